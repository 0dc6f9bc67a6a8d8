import type { FindingReport } from "../checking/finding-report.ts";
import { canonicalPurl, parsePurl } from "../purl/parse-purl.ts";
import { replaceBy } from "../checking/pointed-repair.ts";
import { quoteValue } from "../checking/quote-value.ts";

const SOURCE = {
  clause: "Package-URL specification, ECMA-427",
  url: "https://github.com/package-url/purl-spec",
} as const;

/** A package URL follows its specification, so that it can be looked up. */
export function judgePurl(text: string, pointer: () => string, report: FindingReport): void {
  const parsed = parsePurl(text);
  if (parsed.ok) return;
  const { message } = parsed.failure;
  const canonical = canonicalPurl(text);
  if (canonical.ok) {
    report.add("note", { ruleId: "sbom-purl-canonical", cause: message }, () => ({
      message: `${quoteValue(text)} is not canonical: ${message}; expected ${quoteValue(canonical.value)}`,
      pointer: pointer(),
      repair: replaceBy(canonical.value),
      source: SOURCE,
    }));
    return;
  }
  report.add("warning", { ruleId: "sbom-purl", cause: message }, () => ({
    message: `${quoteValue(text)} is no package URL: ${message}; expected one such as \`pkg:npm/lodash@4.17.21\``,
    pointer: pointer(),
    source: SOURCE,
  }));
}
