import { parseLicenseExpression } from "./parse-license-expression.ts";
import { replaceDeprecated } from "./replace-deprecated.ts";

/**
 * A form in which licenses that mean the same are the same text: ids spelled as on the list, successors of deprecated ids, and what
 * `AND` or `OR` alone join in one order. What is no expression stays as it is.
 */
export function comparableLicense(text: string): string {
  const parsed = parseLicenseExpression(replaceDeprecated(text) ?? text);
  if (!parsed.ok) return text.trim();
  const { canonical } = parsed.value;
  for (const [operator, other] of [
    [" AND ", " OR "],
    [" OR ", " AND "],
  ] as const) {
    if (canonical.includes("(") || canonical.includes(other)) continue;
    return [...new Set(canonical.split(operator))].sort().join(operator);
  }
  return canonical;
}
