import type { RequirementEffect, RequirementRow } from "#core/standards/changes/requirement-row.ts";
import { verdictInWords, type Reason, type TouchedDocument, type Verdict } from "#core/standards/changes/verdict.ts";
import type { Severity } from "#core/base/finding.ts";

import { createPaint, type Paint } from "../paint.ts";

const COLOR: Record<Severity, "red" | "yellow" | "cyan"> = { error: "red", warning: "yellow", note: "cyan" };
const MARK: Record<Severity, string> = { error: "✖", warning: "▲", note: "•" };
/** What an effect is called in the table; a mark besides the color. */
const EFFECT: Record<RequirementEffect, { readonly text: string; readonly color: "red" | "yellow" | "green" | "dim" }> =
  {
    tightens: { text: "▲ asks for more", color: "red" },
    unclear: { text: "? to be read", color: "yellow" },
    relaxes: { text: "▼ asks for less", color: "green" },
    none: { text: "= asks the same", color: "dim" },
  };
const MAX_ROWS = 100;

/** How a verdict is shown. */
export interface VerdictOptions {
  readonly color: boolean;
  readonly columns: number;
  /** Only the verdict itself. */
  readonly isSummary: boolean;
  /** Only reasons that are errors. */
  readonly isQuiet: boolean;
}

/** A verdict for people: documents, reasons, the table of demands, approvals, and the answer at the end. */
export function showVerdict(verdict: Verdict, { color, columns, isSummary, isQuiet }: VerdictOptions): string {
  const paint = createPaint(color);
  const lines: string[] = [""];
  if (!isSummary) {
    const reasons = verdict.reasons.filter(({ severity }) => !isQuiet || severity === "error");
    lines.push(...section("What changes", verdict.documents.map(showDocument), paint));
    lines.push(
      ...section(
        "Reasons",
        reasons.flatMap((reason) => showReason(reason, paint)),
        paint,
      ),
    );
    lines.push(...section("Demands", showRows(verdict.requirements, paint, columns), paint));
    const approvals = verdict.approvals.map(
      ({ by, track, documents }) => `  ${by} (${track}: ${documents.join(", ")})`,
    );
    lines.push(...section("Needs the approval of", approvals.map(printable), paint));
  }
  const answer = verdictInWords(verdict);
  lines.push(verdict.allowed ? `${paint("green", "✔")} ${answer}` : `${paint("red", "✖")} ${answer}`);
  return `${lines.join("\n")}\n`;
}

function section(heading: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint("bold", heading), ...lines, ""];
}

function showDocument({ path, previousPath, kinds, statusBefore, statusAfter }: TouchedDocument): string {
  const moved = previousPath === undefined ? "" : ` (was ${previousPath})`;
  const status =
    statusBefore === statusAfter ? (statusAfter ?? "") : `${statusBefore ?? "none"} → ${statusAfter ?? "none"}`;
  return printable(`  ${path}${moved}  ${kinds.join(", ")}${status === "" ? "" : `  ${status}`}`);
}

function showReason({ severity, message, place, ruleId, source, waiver }: Reason, paint: Paint): string[] {
  const head = `  ${paint(COLOR[severity], `${MARK[severity]} ${severity}`)} ${printable(`${place.path}:${place.start.line}`)}`;
  const lines = [`${head}  ${paint("dim", ruleId)}`, `    ${printable(message)}`];
  if (waiver !== undefined) lines.push(`    ${paint("yellow", "waived:")} ${printable(waiver)}`);
  return [...lines, paint("dim", `    ${source.clause}`)];
}

function showRows(rows: readonly RequirementRow[], paint: Paint, columns: number): string[] {
  const width = Math.max(40, columns - 6);
  const lines = rows.slice(0, MAX_ROWS).flatMap((row) => {
    const { text, color } = EFFECT[row.effect];
    const line = row.after?.line ?? row.before?.line ?? 1;
    const where = printable(`${row.path}:${line}`);
    const shown = [`  ${paint(color, text)}  ${row.change}  ${paint("dim", where)}  ${printable(row.evidence)}`];
    if (row.before !== undefined) shown.push(paint("red", `    - ${cut(printable(row.before.text), width)}`));
    if (row.after !== undefined) shown.push(paint("green", `    + ${cut(printable(row.after.text), width)}`));
    return shown;
  });
  return rows.length > MAX_ROWS ? [...lines, `  and ${rows.length - MAX_ROWS} more`] : lines;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** Control characters of a hostile document must not reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
}
