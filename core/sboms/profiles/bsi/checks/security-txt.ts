import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeLinks } from "../judge-link.ts";

/** C17: where vulnerabilities are reported to. */
export const SECURITY_TXT: ComponentCheck = {
  id: "security-txt",
  title: { en: "URL of the security.txt", de: "URL der security.txt" },
  clause: CLAUSE.componentOptional,
  tier: "optional",
  remedy: {
    CycloneDX: {
      en: "Write an entry in `externalReferences` of type `rfc-9116`.",
      de: "Einen Eintrag vom Typ `rfc-9116` in `externalReferences` schreiben.",
    },
    SPDX: {
      en: "Write an `externalRef` of type `securityOther`.",
      de: "Eine `externalRef` vom Typ `securityOther` schreiben.",
    },
  },
  kinds: ["full", "logical"],
  judge: ({ securityContacts }) => judgeLinks(securityContacts),
};
