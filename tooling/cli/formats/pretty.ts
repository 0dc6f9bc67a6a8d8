import { rulePage } from "#core/standards/checking/rule-page.ts";
import type { Finding, Severity } from "#core/base/finding.ts";

import { createPaint, type Paint } from "../paint.ts";
import { counted, ruleUrl, type CheckReport, type Format, type FormatOptions } from "./format.ts";

const COLOR: Record<Severity, "red" | "yellow" | "cyan"> = { error: "red", warning: "yellow", note: "cyan" };
/** Marks besides words and colors, for a glance down the page. */
const MARK: Record<Severity, string> = { error: "✖", warning: "▲", note: "•" };

/** For people: grouped by file, with the line it is about, what to do, and the clause. */
export const formatPretty: Format = (report, options) => {
  const paint = createPaint(options.color);
  const lines: string[] = options.isSummary ? showRules(report, paint) : [];
  let path: string | undefined;
  let text: readonly string[] | undefined;
  for (const finding of options.isSummary ? [] : report.findings) {
    if (finding.place.path !== path) {
      if (path !== undefined) lines.push("");
      path = finding.place.path;
      text = report.textOf(path)?.split(/\r\n|\n|\r/);
      lines.push(paint(["bold", "underline"], path));
    }
    lines.push(...showFinding(finding, text, paint, options, ruleUrl(finding.ruleId, report)));
  }
  if (path !== undefined) lines.push("");
  if (path !== undefined && report.siteAddress === undefined) lines.push(paint("dim", showExplanation(report)));
  lines.push(showCounts(report, paint));
  return `${lines.join("\n")}\n`;
};

/** How often each rule speaks, those with the graver and then the most findings first. */
function showRules({ findings }: CheckReport, paint: Paint): string[] {
  const order = Object.keys(COLOR);
  const byRule = new Map<string, { readonly severity: Severity; readonly count: number }>();
  for (const { ruleId, severity } of findings) {
    byRule.set(ruleId, { severity, count: (byRule.get(ruleId)?.count ?? 0) + 1 });
  }
  const rows = [...byRule].sort(
    ([a, one], [b, two]) =>
      order.indexOf(one.severity) - order.indexOf(two.severity) || two.count - one.count || (a < b ? -1 : 1),
  );
  return rows.map(([ruleId, { severity, count }]) => {
    const mark = paint(COLOR[severity], `${MARK[severity]} ${severity.padEnd("warning".length)}`);
    return `${String(count).padStart(6)}  ${mark}  ${ruleId}`;
  });
}

function showFinding(
  finding: Finding,
  text: readonly string[] | undefined,
  paint: Paint,
  { columns }: FormatOptions,
  url: string | undefined,
): string[] {
  const { severity, place, message, ruleId, source, fix } = finding;
  const color = COLOR[severity];
  const where = paint("dim", `${place.start.line}:${place.start.column}`);
  const lines = [
    `  ${paint(color, `${MARK[severity]} ${severity}`)} ${where}  ${wrap(message, columns, 4)}  ${paint("dim", ruleId)}`,
  ];
  lines.push(...codeFrame(finding, text, paint, columns));
  const more = [source.clause, url, fix === undefined ? undefined : `${fix.description} with --fix`];
  lines.push(paint("dim", `    ${more.filter((part) => part !== undefined).join(" · ")}`));
  return lines;
}

/** The line of the finding with a mark under the place; none for findings about the file as such. */
function codeFrame(
  { severity, place }: Finding,
  text: readonly string[] | undefined,
  paint: Paint,
  columns: number,
): string[] {
  const line = text?.[place.start.line - 1];
  const isWholeFile = place.start.line === place.end.line && place.start.column === place.end.column;
  if (line === undefined || isWholeFile) return [];
  const width = Math.max(20, columns - 16);
  // A long line is shown from a little before the place.
  const from = Math.max(0, Math.min(place.start.column - 1 - Math.floor(width / 3), line.length - width));
  const shown = printable(line.slice(from, from + width));
  const end = place.end.line === place.start.line ? place.end.column : line.length + 1;
  const start = place.start.column - 1 - from;
  const length = Math.max(1, Math.min(end - place.start.column, shown.length - start));
  const number = String(place.start.line).padStart(7);
  const gutter = paint("dim", "│");
  return [
    `${paint("dim", number)} ${gutter} ${from > 0 ? "…" : ""}${shown}`,
    `${" ".repeat(7)} ${gutter} ${" ".repeat(start + (from > 0 ? 1 : 0))}${paint(COLOR[severity], "~".repeat(length))}`,
  ];
}

/** Control characters of a hostile document must not reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ");
}

function wrap(message: string, columns: number, indent: number): string {
  const width = Math.max(40, columns - indent);
  const lines = [""];
  for (const word of printable(message).split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}

function showCounts({ counts, files, findings, milliseconds }: CheckReport, paint: Paint): string {
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(COLOR[severity], counted(counts[severity], severity)));
  const fixable = findings.filter((finding) => finding.fix !== undefined).length;
  const time = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  const checked = `${counted(files, "file")} in ${time}`;
  if (parts.length === 0) return `${paint("green", "✔ No findings")} ${paint("dim", `in ${checked}`)}`;
  const fixes = fixable === 0 ? "" : `; ${fixable} can be repaired with \`--fix\``;
  return `${parts.join(", ")} ${paint("dim", `in ${checked}${fixes}`)}`;
}

/** How to learn more of a rule where no site is known that explains it. */
function showExplanation({ findings }: CheckReport): string {
  return `Why, and what to write: \`stele explain ${rulePage(findings[0]?.ruleId ?? "")}\``;
}
