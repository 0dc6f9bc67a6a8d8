import { OUTCOME_WORDS } from "./history-words.ts";

const KEY = [
  { kind: "pass", level: 16, word: OUTCOME_WORDS["1"] },
  { kind: "abort", level: 11.2, word: OUTCOME_WORDS["0"] },
  { kind: "missing", level: 6.4, word: OUTCOME_WORDS.null },
  { kind: "fail", level: 3.2, word: OUTCOME_WORDS["-1"] },
] as const;

/** What the steps of the chart mean, by height and color. */
export function HistoryKey() {
  return (
    <ul class="history-key" aria-label="Key to the chart">
      {KEY.map(({ kind, level, word }) => (
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true" class={`run run-${kind}`}>
            <rect class="ground" width={16} height={16} />
            <rect class="step" y={16 - level} width={16} height={level} />
          </svg>
          {word}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true" class="run run-pass run-draft">
          <rect class="ground" width={16} height={16} />
          <rect class="step" width={16} height={16} />
        </svg>
        paler: a draft
      </li>
    </ul>
  );
}
