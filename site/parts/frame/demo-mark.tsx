/** Small mark beside a name whose data is made up. */
export function DemoMark() {
  return <span class="demo-mark">Demo</span>;
}

/** Says at the top of a page that some or all of what it shows is made up. */
export function DemoBanner() {
  return (
    <p class="demo-banner">
      <DemoMark /> This page shows demonstration data. No real cloud or product stands behind it.
    </p>
  );
}
