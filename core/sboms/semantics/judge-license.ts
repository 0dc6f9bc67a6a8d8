import type { Severity } from "#core/base/finding.ts";

import type { FindingReport } from "../checking/finding-report.ts";
import { allLicenseIds } from "../licenses/listed-ids.ts";
import { parseLicenseExpression, type LicenseTerm } from "../licenses/parse-license-expression.ts";
import { replaceDeprecated } from "../licenses/replace-deprecated.ts";
import { replaceBy } from "../checking/pointed-repair.ts";
import { quoteValue } from "../checking/quote-value.ts";
import type { LicenseFact } from "./fact.ts";
import { suggestValue } from "../checking/suggest-value.ts";

const SOURCE = {
  clause: "SPDX 3.0.1, annex B: license expressions",
  url: "https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/",
} as const;

/** A license expression follows the grammar, its ids are on the SPDX list and not deprecated. `isRule`: anything else is an error. */
export function judgeLicense({ text, pointer }: LicenseFact, isRule: boolean, report: FindingReport): void {
  const parsed = parseLicenseExpression(text);
  if (!parsed.ok) {
    const { offset, message } = parsed.failure;
    report.add(isRule ? "error" : "warning", { ruleId: "sbom-license-expression", cause: text }, () => ({
      message: `${quoteValue(text)} is no license expression: ${message} at character ${offset + 1}`,
      pointer: pointer(),
      source: SOURCE,
    }));
    return;
  }
  for (const term of parsed.value.terms) {
    if (term.isDeprecated) noteDeprecated(term, text, pointer, report);
    reportUnknown(term, text, pointer, isRule ? "error" : "note", report);
  }
}

function noteDeprecated(term: LicenseTerm, text: string, pointer: () => string, report: FindingReport): void {
  report.add("note", { ruleId: "sbom-license-deprecated", cause: term.id }, () => {
    const value = replaceDeprecated(text);
    return {
      message: `${quoteValue(term.id)} is deprecated on the SPDX list, expected its successor`,
      pointer: pointer(),
      source: SOURCE,
      ...(value === undefined ? {} : { repair: replaceBy(value) }),
    };
  });
}

function reportUnknown(
  term: LicenseTerm,
  text: string,
  pointer: () => string,
  severity: Severity,
  report: FindingReport,
): void {
  const unknown =
    term.kind === "unknown" ? term.id : term.exception?.kind === "unknown" ? term.exception.id : undefined;
  if (unknown === undefined) return;
  report.add(severity, { ruleId: "sbom-license-unknown", cause: unknown }, () => {
    const suggestion = suggestValue(unknown, allLicenseIds());
    const hint = suggestion === undefined ? "" : `; did you mean ${quoteValue(suggestion)}?`;
    const meant = suggestion === undefined ? undefined : replaceWord(text, unknown, suggestion);
    return {
      message: `${wordUnknown(term, unknown)}${hint}`,
      pointer: pointer(),
      source: SOURCE,
      ...(meant === undefined ? {} : { repair: replaceBy(meant) }),
    };
  });
}

function wordUnknown({ isOrLater }: LicenseTerm, unknown: string): string {
  if (!/LicenseRef-/i.test(unknown)) {
    return `${quoteValue(unknown)} is not on the SPDX list, expected an id of the list or \`LicenseRef-…\``;
  }
  return `${quoteValue(isOrLater ? `${unknown}+` : unknown)} is no reference to a license, expected \`LicenseRef-\` and letters, digits, \`.\` and \`-\``;
}

/** The expression with another id; undefined where the id is not a word of its own. */
function replaceWord(text: string, from: string, to: string): string | undefined {
  const words = text.split(/([\s()]+)/);
  return words.includes(from) ? words.map((word) => (word === from ? to : word)).join("") : undefined;
}
