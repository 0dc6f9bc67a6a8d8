import type { FindingReport } from "../checking/finding-report.ts";
import { allLicenseIds } from "../licenses/listed-ids.ts";
import { parseLicenseExpression, type LicenseTerm } from "../licenses/parse-license-expression.ts";
import { replaceDeprecated } from "../licenses/replace-deprecated.ts";
import { replaceBy } from "../checking/pointed-repair.ts";
import { quoteValue } from "../checking/quote-value.ts";
import { suggestValue } from "../checking/suggest-value.ts";

const SOURCE = {
  clause: "SPDX 3.0.1, annex B: license expressions",
  url: "https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/",
} as const;

/** A license expression follows the grammar, its ids are on the SPDX list and not deprecated. */
export function judgeLicense(text: string, pointer: () => string, report: FindingReport): void {
  const parsed = parseLicenseExpression(text);
  if (!parsed.ok) {
    const { offset, message } = parsed.failure;
    report.add("warning", { ruleId: "sbom-license-expression", cause: text }, () => ({
      message: `${quoteValue(text)} is no license expression: ${message} at character ${offset + 1}`,
      pointer: pointer(),
      source: SOURCE,
    }));
    return;
  }
  for (const term of parsed.value.terms) judgeTerm(term, text, pointer, report);
}

function judgeTerm(term: LicenseTerm, text: string, pointer: () => string, report: FindingReport): void {
  if (term.isDeprecated) {
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
  const unknown =
    term.kind === "unknown" ? term.id : term.exception?.kind === "unknown" ? term.exception.id : undefined;
  if (unknown === undefined) return;
  report.add("note", { ruleId: "sbom-license-unknown", cause: unknown }, () => {
    const suggestion = suggestValue(unknown, allLicenseIds());
    const hint = suggestion === undefined ? "" : `; did you mean ${quoteValue(suggestion)}?`;
    return {
      message: `${quoteValue(unknown)} is not on the SPDX list, expected an id of the list or \`LicenseRef-…\`${hint}`,
      pointer: pointer(),
      source: SOURCE,
    };
  });
}
