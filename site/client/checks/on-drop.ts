/** Takes files that are dropped on a part of the page, at least one; what else is dropped stays the browser's. */
export function onDrop(target: HTMLElement, take: (files: readonly [File, ...File[]]) => Promise<void>): void {
  target.addEventListener("dragover", (event) => event.preventDefault());
  target.addEventListener("drop", (event) => {
    const [first, ...others] = event.dataTransfer?.files ?? [];
    if (first === undefined) return;
    event.preventDefault();
    void take([first, ...others]);
  });
}
