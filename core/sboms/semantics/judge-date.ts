import type { FindingReport } from "../checking/finding-report.ts";
import { quoteValue } from "../checking/quote-value.ts";

/** SPDX 2 dates are texts to its schema; its clause 6.9 wants an instant in UTC, on a day that exists. */
export function judgeDate(text: string, pointer: () => string, report: FindingReport): void {
  if (isInstant(text)) return;
  report.add("warning", { ruleId: "sbom-date" }, () => ({
    message: `${quoteValue(text)} is no instant in UTC, expected one such as \`2026-11-20T10:00:00Z\``,
    pointer: pointer(),
    source: {
      clause: "SPDX 2.3, clause 6.9: YYYY-MM-DDThh:mm:ssZ",
      url: "https://spdx.github.io/spdx-spec/v2.3/document-creation-information/#69-created-field",
    },
  }));
}

function isInstant(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  // February 30 is read as March 2.
  return new Date(Date.parse(`${day}T00:00:00Z`)).toISOString().startsWith(day);
}
