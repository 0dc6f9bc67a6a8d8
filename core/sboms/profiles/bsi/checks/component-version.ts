import { CLAUSE, type ComponentCheck } from "../check.ts";
import { versionFromPurl } from "../../../view/version-from-purl.ts";
import { stateText } from "../../../view/statement.ts";
import { PRESENT, missing, wrong, withRepair } from "../fault.ts";

const UNKNOWN = {
  en: "{} is no version, expected the modification date of the file where there is none",
  de: "{} ist keine Version, erwartet ist sonst das Änderungsdatum der Datei",
} as const;

/** C3: the version that the creator gave, or when the file was changed. */
export const COMPONENT_VERSION: ComponentCheck = {
  id: "component-version",
  title: { en: "Version of the component", de: "Version der Komponente" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write `version`; without one, the modification date of the file in RFC 3339.",
      de: "`version` schreiben; ohne Version das Änderungsdatum der Datei nach RFC 3339.",
    },
    SPDX: {
      en: "Write `software_packageVersion`; without one, the modification date of the file in RFC 3339.",
      de: "`software_packageVersion` schreiben; ohne Version das Änderungsdatum der Datei nach RFC 3339.",
    },
  },
  kinds: ["full", "logical", "identified", "referenced"],
  judge: ({ version, versionPlace, identifiers }) => {
    const statement = stateText(version?.text);
    if (statement === "present") return PRESENT;
    const judgement = version === undefined || statement === "missing" ? missing() : wrong(UNKNOWN, version);
    const purl = identifiers.find(({ kind }) => kind === "purl")?.text;
    return withRepair(judgement, versionFromPurl(purl, versionPlace));
  },
};
