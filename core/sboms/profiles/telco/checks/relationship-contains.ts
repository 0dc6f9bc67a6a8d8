import { stateIf } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";
import { hasRelationship } from "../has-relationship.ts";

/** What is inside; SPDX has a member for files besides the relationship. */
export const RELATIONSHIP_CONTAINS: TelcoDocumentCheck = {
  about: "document",
  id: "relationship-contains",
  title: { en: "What the product contains", de: "Was das Produkt enthält" },
  clause: `${GUIDE}: Relationship, CONTAINS`,
  remedy: remedy("Write a `CONTAINS` relationship.", "Eine Beziehung `CONTAINS` schreiben."),
  read: ({ document }) =>
    stateIf(
      hasRelationship(document, ["CONTAINS", "CONTAINED_BY"]) ||
        (document.packages ?? []).some(({ hasFiles = [] }) => hasFiles.length > 0),
    ),
};
