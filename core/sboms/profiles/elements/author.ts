import type { DocumentElement } from "./element.ts";

/** Who made the SBOM. */
export const AUTHOR: DocumentElement = {
  about: "document",
  id: "author",
  title: { en: "Author of the SBOM", de: "Verfasser der SBOM" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.authors` or, for automated builds, `metadata.manufacturer`.",
      de: "`metadata.authors` schreiben, bei automatischen Builds `metadata.manufacturer`.",
    },
    SPDX: {
      en: "Write `Organization: …` or `Person: …` into `creationInfo.creators`.",
      de: "`Organization: …` oder `Person: …` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Name a `Person` or `Organization` in `CreationInfo.createdBy`.",
      de: "Eine `Person` oder `Organization` in `CreationInfo.createdBy` nennen.",
    },
  },
  read: (view) => view.author,
};
