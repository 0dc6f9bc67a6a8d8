import { rulePage } from "#core/standards/checking/rule-page.ts";
import type { Severity } from "#core/base/finding.ts";

import { counted, messageWithPlaces, ruleUrl, type Format } from "./format.ts";

const COMMAND: Record<Severity, string> = { error: "error", warning: "warning", note: "notice" };

/**
 * Workflow commands of GitHub Actions, one per finding: they become annotations of the change. GitHub shows ten of each
 * kind per step, so the graver ones come first.
 */
export const formatGithub: Format = (report, { isSummary }) => {
  const { findings, counts, files } = report;
  const order: readonly Severity[] = ["error", "warning", "note"];
  const lines = isSummary
    ? []
    : order.flatMap((severity) =>
        findings
          .filter((finding) => finding.severity === severity)
          .map((finding) => {
            const { place, ruleId, source } = finding;
            const properties = {
              file: place.path,
              line: place.start.line,
              endLine: place.end.line,
              // GitHub takes columns only for places within one line.
              ...(place.start.line === place.end.line ? { col: place.start.column, endColumn: place.end.column } : {}),
              title: ruleId,
            };
            const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
            const more = ruleUrl(ruleId, report) ?? `stele explain ${rulePage(ruleId)}`;
            return `::${COMMAND[severity]} ${list.join(",")}::${escapeData(`${messageWithPlaces(finding)} (${source.clause}) ${more}`)}`;
          }),
      );
  const kinds = order.map((severity) => counted(counts[severity], severity)).join(", ");
  const summary = `${kinds} in ${counted(files, "file")}`;
  return `${[...lines, summary].join("\n")}\n`;
};

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
