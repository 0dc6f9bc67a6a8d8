import type { DocumentElement } from "./element.ts";

/** Which of several SBOMs of a product this one is. */
export const DOCUMENT_VERSION: DocumentElement = {
  about: "document",
  id: "document-version",
  title: { en: "Version of the SBOM", de: "Version der SBOM" },
  remedy: {
    CycloneDX: {
      en: "Write `serialNumber`, and count `version` up with every change.",
      de: "`serialNumber` schreiben und `version` mit jeder Änderung hochzählen.",
    },
    SPDX: {
      en: "Give every version a `documentNamespace` of its own.",
      de: "Jeder Version einen eigenen `documentNamespace` geben.",
    },
    SPDX3: {
      en: "Give every version of the `SpdxDocument` a `spdxId` of its own.",
      de: "Jeder Version des `SpdxDocument` eine eigene `spdxId` geben.",
    },
  },
  read: (view) => view.documentVersion,
};
