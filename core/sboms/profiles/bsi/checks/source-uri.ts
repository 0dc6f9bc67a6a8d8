import { CLAUSE, type ComponentCheck } from "../check.ts";
import { presentWithNote } from "../fault.ts";
import { judgeLinks } from "../judge-link.ts";

const REPOSITORY = {
  en: "{} is a repository; a reference of type `source-distribution` names the very source",
  de: "{} ist ein Repository; ein Verweis vom Typ `source-distribution` nennt genau diesen Quellcode",
} as const;

/** C11: where the source code is, if it is anywhere. */
export const SOURCE_URI: ComponentCheck = {
  id: "source-uri",
  title: { en: "URI of the source code", de: "URI des Quellcodes" },
  clause: CLAUSE.componentAdditional,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: "Write an entry in `externalReferences` of type `source-distribution`.",
      de: "Einen Eintrag vom Typ `source-distribution` in `externalReferences` schreiben.",
    },
    SPDX: {
      en: "Connect a `software_SoftwareArtifact` with primary purpose `source` by `generates`, and give it an `externalRef` of type `sourceArtifact`.",
      de: "Ein `software_SoftwareArtifact` mit dem Zweck `source` durch `generates` verbinden und ihm eine `externalRef` vom Typ `sourceArtifact` geben.",
    },
  },
  kinds: ["full"],
  judge: ({ sources, repositories }) => {
    const ofSources = judgeLinks(sources);
    if (ofSources.outcome !== "absent") return ofSources;
    const judgement = judgeLinks(repositories);
    const url = repositories[0]?.url;
    return judgement.outcome === "present" && url !== undefined ? presentWithNote(REPOSITORY, url) : judgement;
  },
};
