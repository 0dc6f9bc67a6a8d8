/** What the two pages that check in the browser have in common. */

/** Said in place of a form that checks in the browser, where no script runs. */
export function CheckNeedsScript() {
  return (
    <noscript>
      <p>The form needs JavaScript, because the check runs in your browser. The ways below do without.</p>
    </noscript>
  );
}

/** What can be done with what is checked; a button that has nothing to do is not shown. */
export function CheckActions() {
  return (
    <p class="check-actions">
      <button type="button" id="check-sample">
        Try an example
      </button>
      <button type="button" id="check-repair-all" hidden>
        Repair what can be repaired
      </button>
      <button type="button" id="check-download" hidden>
        Download
      </button>
    </p>
  );
}
