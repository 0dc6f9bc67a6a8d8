import type { DocumentElement } from "./element.ts";

/** What the SBOM is about. */
export const SUBJECT: DocumentElement = {
  about: "document",
  id: "subject",
  title: { en: "Product that the SBOM is about", de: "Produkt, von dem die SBOM handelt" },
  remedy: {
    CycloneDX: { en: "Write `metadata.component`.", de: "`metadata.component` schreiben." },
    SPDX: {
      en: "Name one package in `documentDescribes`, or by a `DESCRIBES` relationship.",
      de: "Ein Paket in `documentDescribes` oder durch eine Beziehung `DESCRIBES` nennen.",
    },
    SPDX3: {
      en: "Name one package in `rootElement` of the `software_Sbom`.",
      de: "Ein Paket in `rootElement` des `software_Sbom` nennen.",
    },
  },
  read: (view) => view.subject,
};
