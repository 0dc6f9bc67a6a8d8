import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeLinks } from "../judge-link.ts";

/** C12: where the file can be had, if anywhere. */
export const DEPLOYABLE_URI: ComponentCheck = {
  id: "deployable-uri",
  title: { en: "URI of the deployable form", de: "URI der ausführbaren Form" },
  clause: CLAUSE.componentAdditional,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: "Write an entry in `externalReferences` of type `distribution`.",
      de: "Einen Eintrag vom Typ `distribution` in `externalReferences` schreiben.",
    },
    SPDX: {
      en: "Give the distributed file an `externalRef` of type `binaryArtifact`.",
      de: "Der verteilten Datei eine `externalRef` vom Typ `binaryArtifact` geben.",
    },
  },
  kinds: ["full"],
  judge: ({ deployables }) => judgeLinks(deployables),
};
