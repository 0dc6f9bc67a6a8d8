import type { DocumentElement } from "./element.ts";

/** What made the SBOM. */
export const TOOL_NAME: DocumentElement = {
  about: "document",
  id: "tool-name",
  title: { en: "Name of the tool", de: "Name des Werkzeugs" },
  remedy: {
    CycloneDX: { en: "Write `metadata.tools.components[].name`.", de: "`metadata.tools.components[].name` schreiben." },
    SPDX: {
      en: "Write `Tool: name-version` into `creationInfo.creators`.",
      de: "`Tool: Name-Version` in `creationInfo.creators` schreiben.",
    },
    SPDX3: {
      en: "Name a `Tool` in `CreationInfo.createdUsing`.",
      de: "Ein `Tool` in `CreationInfo.createdUsing` nennen.",
    },
  },
  read: (view) => view.toolName,
};
