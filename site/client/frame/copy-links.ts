/** A click on the anchor of a heading also copies its full address; the title says so, and that it worked. */
export function copyHeadingLinks(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>(".heading-anchor")) {
    anchor.title = "Copy link";
    anchor.addEventListener("click", () => {
      navigator.clipboard?.writeText(anchor.href).then(
        () => {
          anchor.title = "Link copied";
        },
        () => {
          // Not allowed: the address is in the location bar all the same.
        },
      );
    });
  }
}
