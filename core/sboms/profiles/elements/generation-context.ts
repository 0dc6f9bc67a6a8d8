import type { DocumentElement } from "./element.ts";

/** In which phase of the software's life the SBOM was made. */
export const GENERATION_CONTEXT: DocumentElement = {
  about: "document",
  id: "generation-context",
  title: { en: "Generation context", de: "Entstehungskontext" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.lifecycles[].phase`, for example `build`.",
      de: "`metadata.lifecycles[].phase` schreiben, zum Beispiel `build`.",
    },
    SPDX: {
      en: "Write the type of the SBOM (Design, Source, Build, Analyzed, Deployed, Runtime) into `creationInfo.comment`.",
      de: "Die Art der SBOM (Design, Source, Build, Analyzed, Deployed, Runtime) in `creationInfo.comment` schreiben.",
    },
    SPDX3: {
      en: "Write `software_sbomType` of the `software_Sbom`, for example `build`.",
      de: "`software_sbomType` des `software_Sbom` schreiben, zum Beispiel `build`.",
    },
  },
  read: (view) => view.generationContext,
};
