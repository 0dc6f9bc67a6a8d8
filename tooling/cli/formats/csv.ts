import { occurrencesOf } from "#core/base/finding.ts";

import { csvLine } from "./csv-line.ts";
import type { Format } from "./format.ts";

const HEAD = ["path", "line", "column", "severity", "rule", "count", "message", "pointer", "clause"];

/** A table (RFC 4180) for spreadsheets: a row per finding. */
export const formatCsv: Format = ({ findings }, { isSummary }) => {
  const rows = isSummary
    ? []
    : findings.map((finding) => {
        const { place, severity, ruleId, message, source } = finding;
        const { line, column } = place.start;
        const numbers = [String(line), String(column)];
        const count = String(occurrencesOf(finding));
        return [place.path, ...numbers, severity, ruleId, count, message, place.pointer ?? "", source.clause];
      });
  return [HEAD, ...rows].map(csvLine).join("");
};
