import { CLAUSE, type DocumentCheck } from "../check.ts";
import { wrong } from "../fault.ts";
import { isUrl } from "../judge-link.ts";

const BAD_URI = { en: "{} is no URI", de: "{} ist keine URI" } as const;

/** S3: a name by which other documents can refer to this one, if it has one. */
export const SBOM_URI: DocumentCheck = {
  about: "document",
  id: "sbom-uri",
  title: { en: "URI of the SBOM", de: "URI der SBOM" },
  clause: CLAUSE.sbomAdditional,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: "Write `serialNumber` and `version`: together they are the BOM-Link `urn:cdx:…`.",
      de: "`serialNumber` und `version` schreiben: Zusammen sind sie der BOM-Link `urn:cdx:…`.",
    },
    SPDX: {
      en: "Give the `software_Sbom` a `spdxId` that is a URI.",
      de: "Dem `software_Sbom` eine `spdxId` geben, die eine URI ist.",
    },
  },
  read: ({ uri }) => {
    if (uri === undefined) return "absent";
    return isUrl(uri.text) ? "present" : wrong(BAD_URI, uri);
  },
};
