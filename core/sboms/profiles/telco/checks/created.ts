import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

/** When the SBOM was made. */
export const CREATED: TelcoDocumentCheck = {
  about: "document",
  id: "created",
  title: { en: "When the SBOM was made", de: "Wann die SBOM entstand" },
  clause: `${GUIDE}: Created`,
  remedy: remedy("Write `creationInfo.created`.", "`creationInfo.created` schreiben."),
  acceptsUnknown: false,
  read: ({ document }) => stateText(document.creationInfo.created),
};
