import type { Phase, StandardsIndex } from "../../standards-index.ts";

/** What the overview can be narrowed to: the value of `?status=` and its name. */
const FILTERS: readonly { readonly phase: Phase; readonly text: string }[] = [
  { phase: "effective", text: "In force" },
  { phase: "draft", text: "Draft" },
  { phase: "deprecated", text: "Deprecated" },
];

/** The phase that a query asks for; undefined for none and for words that are no phase. */
export function readPhaseFilter(status: string | undefined): Phase | undefined {
  return FILTERS.find(({ phase }) => phase === status)?.phase;
}

/** The numbers that have a version in the phase; all without a phase. Tracks that become empty are left out. */
export function filterIndex(index: StandardsIndex, phase: Phase | undefined): StandardsIndex {
  if (phase === undefined) return index;
  return index.flatMap((entry) => {
    const numbers = entry.numbers.filter(({ versions }) => versions.some((version) => version.phase === phase));
    return numbers.length === 0 ? [] : [{ ...entry, numbers }];
  });
}

/** Address of the overview narrowed to a phase. */
export function overviewHref(phase: Phase | undefined): string {
  return phase === undefined ? "/standards" : `/standards?status=${phase}`;
}

/** Links that narrow the overview, and a field that does so while one types, where scripts run. */
export function OverviewFilter({ index, phase }: { index: StandardsIndex; phase: Phase | undefined }) {
  const count = (shown: StandardsIndex) => shown.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const choices = [{ phase: undefined, text: "All" }, ...FILTERS];
  return (
    <div class="filter">
      <nav aria-label="Filter by status">
        <ul class="inline-list">
          {choices.map((choice) => (
            <li>
              <a href={overviewHref(choice.phase)} aria-current={choice.phase === phase ? "true" : undefined}>
                {choice.text}
              </a>{" "}
              <span class="count">{count(filterIndex(index, choice.phase))}</span>
            </li>
          ))}
        </ul>
      </nav>
      <div class="live-filter">
        <span role="status" />
        <label>
          Filter by number or title <input type="search" autocomplete="off" spellcheck={false} />
        </label>
      </div>
    </div>
  );
}
