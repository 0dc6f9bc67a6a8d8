import { valueAt } from "#core/base/json/json-pointer.ts";
import type { SchemaError } from "#core/base/schema-error.ts";

/** Members that tools in wide use leave out, although a version of SPDX requires them. */
const OFTEN_MISSING = new Set(["copyrightText", "downloadLocation", "licenseConcluded", "licenseDeclared"]);

/** Members whose value tools in wide use spell as another version of SPDX does, or in another case. */
const OFTEN_MISSPELLED = new Set(["algorithm", "referenceCategory", "relationshipType"]);

/**
 * Whether a schema error of an SPDX document is one that most real documents have: without tolerance hardly any SBOM of the
 * common image scanners could be published. Such errors become warnings unless the check is strict.
 */
export function isTolerable({ keyword, instancePath, params }: SchemaError, document: unknown): boolean {
  if (keyword === "additionalProperties") return true;
  if (keyword === "required") return OFTEN_MISSING.has(String(params["missingProperty"]));
  if (keyword !== "enum" || !OFTEN_MISSPELLED.has(instancePath.slice(instancePath.lastIndexOf("/") + 1))) return false;
  // A number or an object is no spelling.
  return typeof valueAt(document, instancePath) === "string";
}
