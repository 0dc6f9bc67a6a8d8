/** Ctrl-K (or Cmd-K) leads to the search, or into its field where one is on the page. */
export function connectSearchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("main [role=search] input[type=search]");
    if (field === null) document.querySelector<HTMLAnchorElement>(".top-search")?.click();
    else field.focus();
  });
}
