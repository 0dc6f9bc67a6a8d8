import type { DocumentElement } from "./element.ts";

/** That the author vouches for the document. */
export const SIGNATURE: DocumentElement = {
  about: "document",
  id: "signature",
  title: { en: "Signature of the author", de: "Signatur des Verfassers" },
  remedy: {
    CycloneDX: {
      en: "Sign the document (`signature`), or publish a detached signature beside it.",
      de: "Das Dokument signieren (`signature`) oder eine Signatur daneben veröffentlichen.",
    },
    SPDX: {
      en: "Publish a detached signature beside the document; SPDX 2 has none inside.",
      de: "Eine Signatur neben dem Dokument veröffentlichen; SPDX 2 hat innen keine.",
    },
    SPDX3: {
      en: "Publish a detached signature beside the document; SPDX 3 has none inside.",
      de: "Eine Signatur neben dem Dokument veröffentlichen; SPDX 3 hat innen keine.",
    },
  },
  read: (view) => view.signature,
};
