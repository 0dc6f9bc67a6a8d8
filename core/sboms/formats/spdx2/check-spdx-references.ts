import type { FindingReport } from "../../checking/finding-report.ts";
import { quoteValue } from "../../checking/quote-value.ts";
import type { SpdxDocument } from "./spdx.ts";

const ID_SOURCE = {
  clause: "SPDX 2.3, clause 7.2: an SPDX identifier is unique within the document",
  url: "https://spdx.github.io/spdx-spec/v2.3/package-information/#72-package-spdx-identifier-field",
} as const;

const RELATIONSHIP_SOURCE = {
  clause: "SPDX 2.3, clause 11.1: both sides of a relationship are SPDX identifiers, `NONE` or `NOASSERTION`",
  url: "https://spdx.github.io/spdx-spec/v2.3/relationships-between-SPDX-elements/",
} as const;

/** Lists of a document whose elements have identifiers. */
const ELEMENT_LISTS = ["packages", "files", "snippets"] as const;

/** Identifiers: each given once, each use leading somewhere. Linear time. */
export function checkSpdxReferences(document: SpdxDocument, report: FindingReport): void {
  const pointers = new Map<string, string>([[document.SPDXID, ""]]);
  for (const list of ELEMENT_LISTS) {
    for (const [index, { SPDXID: id }] of (document[list] ?? []).entries()) {
      const first = pointers.get(id);
      if (first === undefined) pointers.set(id, `/${list}/${index}`);
      else reportRepeated(id, `/${list}/${index}`, first, report);
    }
  }
  const check = (id: string, place: string): void => {
    if (!pointers.has(id) && !leadsElsewhere(id)) reportNowhere(id, place, report);
  };
  for (const [index, { spdxElementId, relatedSpdxElement }] of (document.relationships ?? []).entries()) {
    check(spdxElementId, `/relationships/${index}/spdxElementId`);
    check(relatedSpdxElement, `/relationships/${index}/relatedSpdxElement`);
  }
  for (const [index, id] of (document.documentDescribes ?? []).entries()) check(id, `/documentDescribes/${index}`);
}

/** No element, or an element of another document. */
function leadsElsewhere(id: string): boolean {
  return id === "NONE" || id === "NOASSERTION" || id.startsWith("DocumentRef-");
}

function reportRepeated(id: string, pointer: string, first: string, report: FindingReport): void {
  // Scanners list the same file or package twice under one identifier; the relationships are ambiguous, not lost.
  report.add("warning", { ruleId: "sbom-spdx-id-unique" }, () => ({
    message: `${quoteValue(id)} belongs to ${quoteValue(first === "" ? "the document" : first)} already, expected an identifier of its own`,
    pointer: `${pointer}/SPDXID`,
    source: ID_SOURCE,
  }));
}

function reportNowhere(id: string, pointer: string, report: FindingReport): void {
  report.add("warning", { ruleId: "sbom-reference-resolves" }, () => ({
    message: `${quoteValue(id)} is no \`SPDXID\` of this document, expected an identifier of something in it`,
    pointer,
    source: RELATIONSHIP_SOURCE,
  }));
}
