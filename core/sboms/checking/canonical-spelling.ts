import { pointerTokens } from "#core/base/json/json-pointer.ts";

/** Another case, another hyphen: `OPERATING-SYSTEM` is `OPERATING_SYSTEM`, `sha256` is `SHA-256`. */
function fold(text: string): string {
  return text.toUpperCase().replace(/[-_ ]/g, "");
}

/** The allowed word that is the same but for case, hyphens, underscores and blanks. */
export function canonicalSpelling(value: unknown, allowed: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 100 || !Array.isArray(allowed)) return undefined;
  const folded = fold(value);
  return allowed.find((one): one is string => typeof one === "string" && fold(one) === folded);
}

/** Puts a word in the place of another one in a parsed document: whoever reads it later meets one spelling. */
export function writeAt(document: unknown, pointer: string, value: string): void {
  const tokens = [...pointerTokens(pointer)];
  const last = tokens.pop();
  let container = document;
  for (const token of tokens) container = (container as Record<string, unknown>)[token];
  if (last === undefined || typeof container !== "object" || container === null || !Object.hasOwn(container, last))
    return;
  (container as Record<string, unknown>)[last] = value;
}
