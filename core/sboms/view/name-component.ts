import { pointerTokens } from "#core/base/json/json-pointer.ts";

import { quoteValue } from "../checking/quote-value.ts";

/** Members whose elements have names of their own. */
const NAMED_LISTS = new Set(["components", "services", "packages", "files"]);

/** The innermost component or service around a place, as people know it: `lodash@4.17.21`. Undefined outside of any. */
export function nameComponentAt(document: unknown, pointer: string): string | undefined {
  const tokens = pointerTokens(pointer);
  let value = document;
  let found: Readonly<Record<string, unknown>> | undefined;
  for (const [index, token] of tokens.entries()) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) break;
    value = (value as Readonly<Record<string, unknown>>)[token];
    const isListed = NAMED_LISTS.has(tokens[index - 1] ?? "");
    const isSubject = token === "component" && tokens[index - 1] === "metadata";
    if ((isListed || isSubject) && typeof value === "object" && value !== null) {
      found = value as Readonly<Record<string, unknown>>;
    }
  }
  const name = found?.["name"] ?? found?.["fileName"];
  if (typeof name !== "string") return undefined;
  const version = found?.["version"] ?? found?.["versionInfo"];
  return quoteValue(typeof version === "string" && version !== "" ? `${name}@${version}` : name);
}
