/**
 * Offers a link to a row of a table where the pointer or the keyboard is. It is made only there: hundreds of rows would
 * be hundreds of stops for the keyboard.
 */
export function offerRowLinks(): void {
  const anchor = document.createElement("a");
  anchor.className = "row-anchor";
  anchor.textContent = "#";
  anchor.addEventListener("click", () => void navigator.clipboard?.writeText(anchor.href).catch(() => undefined));
  const offer = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const row = target.closest<HTMLTableRowElement>("tbody tr[id]");
    const cell = row?.cells[0];
    if (row === null || cell === undefined || anchor.parentElement === cell) return;
    anchor.href = `#${encodeURIComponent(row.id)}`;
    anchor.setAttribute("aria-label", "Link to this row");
    anchor.title = "Copy link to this row";
    cell.append(anchor);
  };
  document.addEventListener("pointerover", offer);
  document.addEventListener("focusin", offer);
}
