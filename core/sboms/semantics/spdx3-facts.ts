import { walkObjects } from "#core/base/json/walk-objects.ts";

import { hashName } from "../formats/spdx2/list-spdx-packages.ts";
import type { Spdx3Document } from "../formats/spdx3/graph.ts";
import type { FactVisitor } from "./fact.ts";

/** Visits the facts of an SPDX 3 document wherever they stand; the names of members tell what they are. */
export function visitSpdx3Facts(document: Spdx3Document, visit: FactVisitor): void {
  walkObjects(document, (object, pointer) => {
    const { software_packageUrl: purl, simplelicensing_licenseExpression: license, algorithm, hashValue } = object;
    if (typeof purl === "string") {
      visit({ kind: "purl", text: purl, pointer: () => `${pointer()}/software_packageUrl` });
    }
    if (typeof license === "string" && license !== "NONE" && license !== "NOASSERTION") {
      visit({ kind: "license", text: license, pointer: () => `${pointer()}/simplelicensing_licenseExpression` });
    }
    if (typeof algorithm === "string" && typeof hashValue === "string") {
      // Whether the hash is that of a file stands elsewhere; an empty file is no fault.
      const content = hashValue;
      visit({
        kind: "hash",
        algorithm: hashName(algorithm),
        content,
        isOfFile: true,
        pointer: () => `${pointer()}/hashValue`,
      });
    }
    const { externalIdentifierType: kind, identifier } = object;
    if (typeof identifier !== "string") return;
    if (kind === "packageUrl") visit({ kind: "purl", text: identifier, pointer: () => `${pointer()}/identifier` });
    if (kind === "cpe22" || kind === "cpe23") {
      visit({ kind: "cpe", text: identifier, pointer: () => `${pointer()}/identifier` });
    }
  });
}
