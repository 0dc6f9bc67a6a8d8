import type { FindingReport } from "../checking/finding-report.ts";
import { canonicalPurl, parsePurl } from "../purl/parse-purl.ts";
import { replaceBy } from "../checking/pointed-repair.ts";
import { quoteValue } from "../checking/quote-value.ts";

/** A package URL follows its specification, so that it can be looked up. */
export function judgePurl(text: string, pointer: () => string, report: FindingReport): void {
  const parsed = parsePurl(text);
  if (parsed.ok) return;
  const { message } = parsed.failure;
  const canonical = canonicalPurl(text);
  report.add("warning", { ruleId: "sbom-purl", cause: message }, () => ({
    message: `${quoteValue(text)} is no package URL: ${message}; expected one such as \`pkg:npm/lodash@4.17.21\``,
    pointer: pointer(),
    ...(canonical.ok ? { repair: replaceBy(canonical.value) } : {}),
    source: { clause: "Package-URL specification, ECMA-427", url: "https://github.com/package-url/purl-spec" },
  }));
}
