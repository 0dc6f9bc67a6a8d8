import type { DocumentElement } from "./element.ts";

/** In which version the tool was. */
export const TOOL_VERSION: DocumentElement = {
  about: "document",
  id: "tool-version",
  title: { en: "Version of the tool", de: "Version des Werkzeugs" },
  remedy: {
    CycloneDX: {
      en: "Write `metadata.tools.components[].version`.",
      de: "`metadata.tools.components[].version` schreiben.",
    },
    SPDX: {
      en: "Write `Tool: name-version` into `creationInfo.creators`.",
      de: "`Tool: Name-Version` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Write the version into the `name` of the `Tool`: `name-version`.",
      de: "Die Version in den `name` des `Tool` schreiben: `Name-Version`.",
    },
  },
  read: (view) => view.toolVersion,
};
