import { stateIf } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";
import { hasRelationship } from "../has-relationship.ts";

/** What the document is about; SPDX has a member for it besides the relationship. */
export const RELATIONSHIP_DESCRIBES: TelcoDocumentCheck = {
  about: "document",
  id: "relationship-describes",
  title: { en: "What the document describes", de: "Was das Dokument beschreibt" },
  clause: `${GUIDE}: Relationship, DESCRIBES`,
  remedy: remedy("Write a `DESCRIBES` relationship.", "Eine Beziehung `DESCRIBES` schreiben."),
  read: ({ document }) =>
    stateIf(hasRelationship(document, ["DESCRIBES", "DESCRIBED_BY"]) || (document.documentDescribes ?? []).length > 0),
};
