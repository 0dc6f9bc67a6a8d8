import { isNoneOrNoAssertion } from "../licenses/parse-license-expression.ts";
import { hashName } from "../formats/spdx2/list-spdx-packages.ts";
import { referenceTypeOf } from "../formats/spdx2/reference-type.ts";
import type { SpdxDocument } from "../formats/spdx2/spdx.ts";
import type { FactVisitor } from "./fact.ts";

type Element = Readonly<Record<string, unknown>>;

const LICENSE_MEMBERS = ["licenseConcluded", "licenseDeclared"] as const;
const URL_MEMBERS = ["downloadLocation", "homepage"] as const;

/** Visits the facts of packages, files and snippets. */
export function visitSpdxFacts(document: SpdxDocument, visit: FactVisitor): void {
  // What is tolerated may be missing.
  const created: unknown = document.creationInfo.created;
  if (typeof created === "string") visit({ kind: "date", text: created, pointer: () => "/creationInfo/created" });
  for (const list of ["packages", "files", "snippets"] as const) {
    const elements = (document[list] ?? []) as readonly Element[];
    for (const [index, element] of elements.entries()) {
      const pointer = `/${list}/${index}`;
      visitLicenses(element, pointer, visit);
      visitUrls(element, pointer, visit);
      visitChecksums(element["checksums"], list === "files", `${pointer}/checksums`, visit);
      visitExternalRefs(element["externalRefs"], `${pointer}/externalRefs`, visit);
    }
  }
}

function visitLicenses(element: Element, pointer: string, visit: FactVisitor): void {
  for (const member of LICENSE_MEMBERS) {
    const text = element[member];
    if (typeof text !== "string" || isNoneOrNoAssertion(text)) continue;
    visit({ kind: "license", text, pointer: () => `${pointer}/${member}` });
  }
}

function visitUrls(element: Element, pointer: string, visit: FactVisitor): void {
  for (const member of URL_MEMBERS) {
    const text = element[member];
    if (typeof text === "string") visit({ kind: "url", text, pointer: () => `${pointer}/${member}` });
  }
}

function visitChecksums(checksums: unknown, isOfFile: boolean, pointer: string, visit: FactVisitor): void {
  if (!Array.isArray(checksums)) return;
  for (const [index, checksum] of (checksums as readonly Element[]).entries()) {
    const { algorithm, checksumValue: content } = checksum;
    if (typeof algorithm !== "string" || typeof content !== "string") continue;
    visit({
      kind: "hash",
      algorithm: hashName(algorithm),
      content,
      isOfFile,
      pointer: () => `${pointer}/${index}/checksumValue`,
    });
  }
}

function visitExternalRefs(references: unknown, pointer: string, visit: FactVisitor): void {
  if (!Array.isArray(references)) return;
  for (const [index, { referenceType: written, referenceLocator: text }] of (
    references as readonly Element[]
  ).entries()) {
    if (typeof text !== "string" || typeof written !== "string") continue;
    const type = referenceTypeOf({ referenceType: written });
    const place = (): string => `${pointer}/${index}/referenceLocator`;
    if (type === "purl") visit({ kind: "purl", text, pointer: place });
    if (type === "cpe23Type" || type === "cpe22Type") visit({ kind: "cpe", text, pointer: place });
  }
}
