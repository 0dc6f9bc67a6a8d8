import type { JsonPatch } from "#core/base/json/json-patch.ts";

import { parsePurl } from "../purl/parse-purl.ts";

/** Writes the version of a package URL to where the version of the component belongs; undefined where there is none. */
export function versionFromPurl(purl: string | undefined, path: string): (() => JsonPatch) | undefined {
  const parsed = purl === undefined ? undefined : parsePurl(purl);
  const version = parsed?.ok === true ? parsed.value.version : undefined;
  return version === undefined ? undefined : () => [{ op: "add", path, value: version }];
}
