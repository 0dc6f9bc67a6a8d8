import { occurrencesOf, type Finding, type Severity } from "#core/base/finding.ts";

const ORDER: readonly Severity[] = ["error", "warning", "note"];
/** Rules named in a summary; a screen has some twenty lines. */
const MAX_RULES = 12;

/** How often each rule speaks, the graver and then the more frequent first, in as many lines as fit a terminal. */
export function summarizeFindings(findings: readonly Finding[], columns: number): readonly string[] {
  const byRule = new Map<
    string,
    { readonly severity: Severity; readonly ruleId: string; count: number; message: string }
  >();
  for (const finding of findings) {
    const { ruleId, severity, message } = finding;
    const name = `${severity} ${ruleId}`;
    const known = byRule.get(name) ?? { severity, ruleId, count: 0, message };
    known.count += occurrencesOf(finding);
    byRule.set(name, known);
  }
  const rows = [...byRule.values()].toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count,
  );
  const lines = rows.slice(0, MAX_RULES).map(({ severity, ruleId, count, message }) => {
    const line = `${String(count).padStart(7)}  ${severity.padEnd(7)}  ${ruleId}: ${message}`;
    return line.length > columns ? `${line.slice(0, Math.max(20, columns - 1))}…` : line;
  });
  return rows.length > MAX_RULES ? [...lines, `         and ${rows.length - MAX_RULES} more rules`] : lines;
}
