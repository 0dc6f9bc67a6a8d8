import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

/** What the document is called. */
export const DOCUMENT_NAME: TelcoDocumentCheck = {
  about: "document",
  id: "document-name",
  title: { en: "Name of the document", de: "Name des Dokuments" },
  clause: `${GUIDE}: DocumentName`,
  remedy: remedy("Write `name`.", "`name` schreiben."),
  acceptsUnknown: false,
  read: ({ document }) => stateText(document.name),
};
