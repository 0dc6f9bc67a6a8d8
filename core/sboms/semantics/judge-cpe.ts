import type { FindingReport } from "../checking/finding-report.ts";
import { quoteValue } from "../checking/quote-value.ts";

const SOURCE = {
  clause: "NIST IR 7695, 6.2: CPE 2.3 formatted strings",
  url: "https://csrc.nist.gov/pubs/ir/7695/final",
} as const;

/** A CPE has the form of version 2.3, or of the older URI. */
export function judgeCpe(text: string, pointer: () => string, report: FindingReport): void {
  if (isCpe(text)) return;
  report.add("warning", { ruleId: "sbom-cpe" }, () => ({
    message: `${quoteValue(text)} is no CPE, expected \`cpe:2.3:\` with eleven parts, such as \`cpe:2.3:a:acme:app:1.0:*:*:*:*:*:*:*\``,
    pointer: pointer(),
    source: SOURCE,
  }));
}

/** Whether a text is a CPE 2.3 formatted string or an older URI. */
export function isCpe(text: string): boolean {
  return isFormattedString(text) || /^cpe:\/[aho]?(?::[\w.~%+!*-]*){0,6}$/i.test(text);
}

/** Eleven parts between colons that no backslash precedes. */
function isFormattedString(text: string): boolean {
  const head = "cpe:2.3:";
  if (!text.startsWith(head) || text.length > 2000) return false;
  const parts = text.slice(head.length).split(/(?<!\\):/);
  const [part] = parts;
  return parts.length === 11 && /^[aho*-]$/.test(part ?? "") && parts.every((one) => one !== "" && !/\s/.test(one));
}
