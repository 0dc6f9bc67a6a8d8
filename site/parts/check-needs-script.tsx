/** Said in place of a form that checks in the browser, where no script runs. */
export function CheckNeedsScript() {
  return (
    <noscript>
      <p>The form needs JavaScript, because the check runs in your browser. The ways below do without.</p>
    </noscript>
  );
}
