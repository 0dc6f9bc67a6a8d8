import type { DocumentElement } from "./element.ts";

/** When the SBOM was made. */
export const TIMESTAMP: DocumentElement = {
  about: "document",
  id: "timestamp",
  title: { en: "Timestamp", de: "Zeitstempel" },
  remedy: {
    CycloneDX: { en: "Write `metadata.timestamp`.", de: "`metadata.timestamp` schreiben." },
    SPDX: { en: "Write `creationInfo.created`.", de: "`creationInfo.created` schreiben." },
    SPDX3: {
      en: "Write `CreationInfo.created`.",
      de: "`CreationInfo.created` schreiben.",
    },
  },
  read: (view) => view.timestamp,
};
