import { walkObjects } from "#core/base/json/walk-objects.ts";

import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import { findLicense } from "../licenses/listed-ids.ts";
import type { FactVisitor } from "./fact.ts";

/**
 * Visits the facts of a CycloneDX document wherever they stand: in components, tools, ancestors, services. The schema has
 * accepted the document, so the names of members tell what they are.
 */
export function visitCycloneDxFacts(bom: CycloneDxBom, visit: FactVisitor): void {
  // Half of a long document are dependencies, and they state none of these facts.
  const { dependencies: _dependencies, ...facts } = bom;
  walkObjects(facts, (object, pointer) => {
    const { purl, cpe, expression, url, hashes } = object;
    if (typeof purl === "string") visit({ kind: "purl", text: purl, pointer: () => `${pointer()}/purl` });
    if (typeof cpe === "string") visit({ kind: "cpe", text: cpe, pointer: () => `${pointer()}/cpe` });
    if (typeof expression === "string") {
      visit({ kind: "license", text: expression, pointer: () => `${pointer()}/expression` });
    }
    visitLicenseId(object["license"], pointer, visit);
    if (typeof url === "string") visit({ kind: "url", text: url, pointer: () => `${pointer()}/url` });
    if (Array.isArray(hashes)) visitHashes(hashes, object["type"] === "file", () => `${pointer()}/hashes`, visit);
  });
}

/** The schema has accepted the id; only those that are deprecated have anything to be said of them. */
function visitLicenseId(license: unknown, pointer: () => string, visit: FactVisitor): void {
  if (typeof license !== "object" || license === null) return;
  const { id } = license as { readonly id?: unknown };
  if (typeof id !== "string" || findLicense(id)?.isDeprecated !== true) return;
  visit({ kind: "license", text: id, pointer: () => `${pointer()}/license/id` });
}

function visitHashes(hashes: readonly unknown[], isOfFile: boolean, pointer: () => string, visit: FactVisitor): void {
  for (const [index, hash] of hashes.entries()) {
    const { alg, content } = hash as { readonly alg?: unknown; readonly content?: unknown };
    if (typeof alg !== "string" || typeof content !== "string") continue;
    visit({ kind: "hash", algorithm: alg, content, isOfFile, pointer: () => `${pointer()}/${index}/content` });
  }
}
