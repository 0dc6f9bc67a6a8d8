import { CLAUSE, type DocumentCheck } from "../check.ts";
import { wrong } from "../fault.ts";

const FOUND = {
  en: "Vulnerabilities are listed, which an SBOM must not contain",
  de: "Schwachstellen sind aufgeführt, die eine SBOM nicht enthalten darf",
} as const;

/** S4: an SBOM lists what is inside; what is known about it changes faster and belongs elsewhere. */
export const NO_VULNERABILITIES: DocumentCheck = {
  about: "document",
  id: "no-vulnerabilities",
  title: { en: "No vulnerability information", de: "Keine Angaben zu Schwachstellen" },
  clause: CLAUSE.vulnerability,
  remedy: {
    CycloneDX: {
      en: "Take `vulnerabilities` out, and publish them as CSAF or VEX.",
      de: "`vulnerabilities` herausnehmen und als CSAF oder VEX veröffentlichen.",
    },
    SPDX: {
      en: "Take elements of the security profile out, and publish them as CSAF or VEX.",
      de: "Elemente des Security-Profils herausnehmen und als CSAF oder VEX veröffentlichen.",
    },
  },
  read: ({ vulnerability, format }) => {
    if (vulnerability === undefined) return "present";
    const judgement = wrong(FOUND, { pointer: vulnerability });
    // In SPDX other elements may refer to them.
    return format === "SPDX" ? judgement : { ...judgement, repair: () => [{ op: "remove", path: "/vulnerabilities" }] };
  },
};
