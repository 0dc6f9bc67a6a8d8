import { parseLicenseExpression } from "./parse-license-expression.ts";

/** Families whose ids once left open whether later versions count; the list says it now (SPDX license list 3.0). */
const OPEN_FAMILY = /^(?:[AL]?GPL|GFDL)-\d\.\d$/;

/**
 * An expression with the successors of deprecated ids: `GPL-2.0` is `GPL-2.0-only`, `GPL-2.0+` is `GPL-2.0-or-later`. Undefined where
 * nothing is to be replaced, or the list names no successor that means exactly the same.
 */
export function replaceDeprecated(text: string): string | undefined {
  const parsed = parseLicenseExpression(text);
  if (!parsed.ok) return undefined;
  let replaced = text;
  // From the end, so that offsets hold.
  for (const { id, isOrLater, isDeprecated, offset } of parsed.value.terms.toReversed()) {
    if (!isDeprecated) continue;
    const plain = id.endsWith("+") ? id.slice(0, -1) : id;
    if (!OPEN_FAMILY.test(plain)) return undefined;
    const length = id.length + (isOrLater ? 1 : 0);
    const successor = `${plain}-${isOrLater || id.endsWith("+") ? "or-later" : "only"}`;
    replaced = replaced.slice(0, offset) + successor + replaced.slice(offset + length);
  }
  return replaced === text ? undefined : replaced;
}
