/** Narrows the overview to the rows that hold all typed words, while they are typed. */
export function filterRows(): void {
  const field = document.querySelector<HTMLInputElement>(".live-filter input");
  const status = document.querySelector(".live-filter [role=status]");
  if (field === null || status === null) return;
  const sections = [...document.querySelectorAll<HTMLElement>(".track")].map((section) => ({
    section,
    rows: [...section.querySelectorAll<HTMLElement>("tbody tr")].map((row) => ({
      row,
      text: (row.textContent ?? "").toLowerCase(),
    })),
  }));
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { section, rows } of sections) {
      const matching = rows.filter(({ text }) => words.every((word) => text.includes(word)));
      for (const { row } of rows) row.hidden = true;
      for (const { row } of matching) row.hidden = false;
      section.hidden = matching.length === 0;
      shown += matching.length;
    }
    status.textContent = field.value.trim() === "" ? "" : `${shown} of ${total} shown`;
  };
  field.addEventListener("input", apply);
  // The browser may have kept what was typed before.
  apply();
}
