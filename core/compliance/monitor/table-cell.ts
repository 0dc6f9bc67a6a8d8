import { table, type Table } from "#core/base/table.ts";
import type { Outcome, ScopeEvaluation } from "../standing/evaluate.ts";

const SYMBOLS: Table<string> = table({ "-1": "🛑", null: "🟧", "0": "✅*", "1": "✅" });

/**
 * A cell of the monitor's table: a symbol and the versions that are not failed. Without a single result that counts
 * (`undefined`) the cell is red; versions about to retire turn it orange, retired ones red.
 */
export function tableCell(evaluation: ScopeEvaluation | undefined): string {
  if (evaluation === undefined || evaluation.results.size === 0) return "🛑 –";
  const { result, validity, passedText } = evaluation;
  return `${symbolOf(result, validity)} ${passedText === "" ? "–" : passedText}`;
}

function symbolOf(result: Outcome, validity: ScopeEvaluation["validity"]): string {
  if (result !== -1 && validity === "warn") return "🟧";
  if (result !== -1 && validity === "deprecated") return "🛑";
  return SYMBOLS[String(result)] ?? "";
}

/** From worst to best: failed, missing, no results at all, aborted, passed. */
function rank(evaluation: ScopeEvaluation | undefined): number {
  if (evaluation === undefined || evaluation.results.size === 0) return 2;
  return { "-1": 0, null: 1, "0": 3, "1": 4 }[String(evaluation.result)] ?? 2;
}

/** The member of a group that stands worst, which is how the group stands; undefined for an empty group. */
export function worstOf(members: readonly (ScopeEvaluation | undefined)[]): ScopeEvaluation | undefined {
  // Wrapped, because sorting puts `undefined` last whatever its rank.
  return members.map((member) => ({ member })).sort((a, b) => rank(a.member) - rank(b.member))[0]?.member;
}
