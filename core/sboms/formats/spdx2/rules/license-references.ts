import { quoteValue } from "../../../checking/quote-value.ts";
import { SPDX_TEXT, type SayFault, type SpdxRule } from "./spdx-rule.ts";

/** References in an expression; those of another document are declared there. */
const REFERENCE = /(?<![\w:.-])LicenseRef-[a-zA-Z0-9.-]+/g;

type Element = Readonly<Record<string, unknown>>;

/** A license that is not on the SPDX list has its text in the document. */
export const LICENSE_REFERENCES: SpdxRule = {
  ruleId: "sbom-spdx-license-reference",
  source: {
    clause: "SPDX 2.3, clause 10.1: licenses that are not on the SPDX list are declared with their text",
    url: `${SPDX_TEXT}/other-licensing-information-detected/`,
  },
  visit: (document, say) => {
    const declared = new Set((document.hasExtractedLicensingInfos ?? []).map(({ licenseId }) => licenseId));
    const { packages = [], files = [], snippets = [] } = document;
    for (const [list, elements] of Object.entries({ packages, files, snippets })) {
      for (const [index, element] of (elements as readonly Element[]).entries()) {
        visitElement(element, `/${list}/${index}`, declared, say);
      }
    }
  },
};

function visitElement(element: Element, pointer: string, declared: ReadonlySet<unknown>, say: SayFault): void {
  for (const member of ["licenseConcluded", "licenseDeclared"]) {
    visitText(element[member], `${pointer}/${member}`, declared, say);
  }
  for (const member of ["licenseInfoFromFiles", "licenseInfoInFiles", "licenseInfoInSnippets"]) {
    const list = element[member];
    if (!Array.isArray(list)) continue;
    for (const [index, text] of list.entries()) visitText(text, `${pointer}/${member}/${index}`, declared, say);
  }
}

function visitText(text: unknown, pointer: string, declared: ReadonlySet<unknown>, say: SayFault): void {
  if (typeof text !== "string" || !text.includes("LicenseRef-")) return;
  for (const [id] of text.matchAll(REFERENCE)) {
    if (declared.has(id)) continue;
    const message = `${quoteValue(id)} is declared nowhere, expected an entry with its text in \`hasExtractedLicensingInfos\``;
    say({ pointer, cause: id, message });
  }
}
