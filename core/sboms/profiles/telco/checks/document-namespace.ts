import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

/** By which the document is told from all others. */
export const DOCUMENT_NAMESPACE: TelcoDocumentCheck = {
  about: "document",
  id: "document-namespace",
  title: { en: "Namespace of the document", de: "Namensraum des Dokuments" },
  clause: `${GUIDE}: DocumentNamespace`,
  remedy: remedy(
    "Write a `documentNamespace` that no other document has.",
    "Einen `documentNamespace` schreiben, den kein anderes Dokument hat.",
  ),
  acceptsUnknown: false,
  read: ({ document }) => stateText(document.documentNamespace),
};
