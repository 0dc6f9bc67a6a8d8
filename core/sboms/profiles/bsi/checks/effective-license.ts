import { CLAUSE, type ComponentCheck } from "../check.ts";
import { ABSENT, presentWithNote, wrong, replaceText, withRepair } from "../fault.ts";
import { judgeLicenseText } from "../judge-license-statement.ts";

const TEXTS = {
  twice: {
    en: "{} is the second effective license, expected one",
    de: "{} ist die zweite effektive Lizenz, erwartet ist eine",
  },
  spelling: {
    en: "The guideline writes `effectiveLicense`, its taxonomy of properties `effectiveLicence`",
    de: "Die Richtlinie schreibt `effectiveLicense`, ihre Taxonomie der Eigenschaften `effectiveLicence`",
  },
} as const;

/** C15: the license under which the maker of the SBOM uses the component. */
export const EFFECTIVE_LICENSE: ComponentCheck = {
  id: "effective-license",
  title: { en: "Effective license", de: "Effektive Lizenz" },
  clause: CLAUSE.componentOptional,
  tier: "optional",
  remedy: {
    CycloneDX: {
      en: "Write the property `bsi:component:effectiveLicence`.",
      de: "Die Eigenschaft `bsi:component:effectiveLicence` schreiben.",
    },
    SPDX: {
      en: "Write a relationship `other` with the comment `hasEffectiveLicense`.",
      de: "Eine Beziehung `other` mit dem Kommentar `hasEffectiveLicense` schreiben.",
    },
  },
  kinds: ["full", "logical"],
  judge: ({ effectiveLicenses }) => {
    const [license, second] = effectiveLicenses;
    if (license === undefined) return ABSENT;
    if (second !== undefined) return wrong(TEXTS.twice, second);
    const judgement = judgeLicenseText(license);
    if (judgement.outcome !== "present" || license.isTaxonomySpelling) return judgement;
    const place = license.pointer.replace(/value$/, "name");
    return withRepair(presentWithNote(TEXTS.spelling, license), replaceText(place, "bsi:component:effectiveLicence"));
  },
};
