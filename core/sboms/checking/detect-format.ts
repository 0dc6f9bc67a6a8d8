import { failure, success, type Result } from "#core/base/result.ts";

import { quoteValue } from "./quote-value.ts";
import { SPDX3_CONTEXT } from "../formats/spdx3/check-graph.ts";
import { CYCLONEDX_VERSIONS, isCycloneDxVersion, isSpdxVersion, type SbomFormat } from "./sbom-format.ts";

/** Why no check fits a document: a sentence with the remedy, and the member that decided. */
export interface UnknownFormat {
  readonly message: string;
  /** JSON pointer. */
  readonly pointer: string;
}

/**
 * Format and version of a parsed document, from its top-level members only: a `specVersion` deeper inside belongs to something
 * else (an embedded BOM, an evidence), whatever its order in the text.
 */
export function detectFormat(document: unknown): Result<SbomFormat, UnknownFormat> {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return unknown("The document is not a JSON object; an SBOM is one object with `bomFormat` or `spdxVersion`.");
  }
  const members = document as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(members, "bomFormat")) return detectCycloneDx(members);
  if (Object.hasOwn(members, "spdxVersion")) return detectSpdx(members["spdxVersion"]);
  // A list with the right context is no document by the letter, but what else is wrong with it can be said.
  if (isContext301(members["@context"])) return success({ name: "SPDX", version: "3.0.1" });
  if (isSpdx3Context(members["@context"])) {
    return unknown(
      `This is SPDX 3 with the context ${quoteValue(members["@context"])}, expected that of version 3.0.1, \`${SPDX3_CONTEXT}\`.`,
      "/@context",
    );
  }
  if (Object.hasOwn(members, "specVersion")) {
    return unknown('`bomFormat` is missing; write `"bomFormat": "CycloneDX"` for a CycloneDX document.');
  }
  return unknown("The document has neither `bomFormat` (CycloneDX) nor `spdxVersion` (SPDX) at its top level.");
}

function detectCycloneDx(members: Readonly<Record<string, unknown>>): Result<SbomFormat, UnknownFormat> {
  const { bomFormat, specVersion } = members;
  if (bomFormat !== "CycloneDX") {
    return unknown(`\`bomFormat\` is ${quoteValue(bomFormat)}, expected \`"CycloneDX"\`.`, "/bomFormat");
  }
  if (specVersion === undefined) {
    return unknown('`specVersion` is missing; write the CycloneDX version, for example `"specVersion": "1.6"`.');
  }
  if (typeof specVersion !== "string" || !isCycloneDxVersion(specVersion)) {
    const known = CYCLONEDX_VERSIONS.map((version) => `\`"${version}"\``).join(", ");
    return unknown(`\`specVersion\` is ${quoteValue(specVersion)}, expected one of ${known}.`, "/specVersion");
  }
  return success({ name: "CycloneDX", version: specVersion });
}

/** `SPDX-2.3`; tools also write the number of a correction, `SPDX-2.2.1`. */
function detectSpdx(spdxVersion: unknown): Result<SbomFormat, UnknownFormat> {
  const version = /^SPDX-(\d+\.\d+)(?:\.\d+)?$/.exec(String(spdxVersion))?.[1] ?? "";
  if (isSpdxVersion(version)) return success({ name: "SPDX", version });
  return unknown(
    `\`spdxVersion\` is ${quoteValue(spdxVersion)}, expected \`"SPDX-2.2"\` or \`"SPDX-2.3"\`.`,
    "/spdxVersion",
  );
}

function isContext301(context: unknown): boolean {
  return context === SPDX3_CONTEXT || (Array.isArray(context) && context.includes(SPDX3_CONTEXT));
}

/** SPDX 3 names its JSON-LD context, alone or in a list. */
function isSpdx3Context(context: unknown): boolean {
  const contexts: readonly unknown[] = Array.isArray(context) ? context : [context];
  return contexts.some((one) => typeof one === "string" && /^https?:\/\/spdx\.org\/rdf\/3\./.test(one));
}

function unknown(message: string, pointer = ""): Result<SbomFormat, UnknownFormat> {
  return failure({ message, pointer });
}
