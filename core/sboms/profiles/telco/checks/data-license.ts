import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

/** Anybody may use the document. */
export const DATA_LICENSE: TelcoDocumentCheck = {
  about: "document",
  id: "data-license",
  title: { en: "License of the document", de: "Lizenz des Dokuments" },
  clause: `${GUIDE}: DataLicense`,
  remedy: remedy('Write `"dataLicense": "CC0-1.0"`.', '`"dataLicense": "CC0-1.0"` schreiben.'),
  read: ({ document }) => (document.dataLicense === "CC0-1.0" ? "present" : "missing"),
};
