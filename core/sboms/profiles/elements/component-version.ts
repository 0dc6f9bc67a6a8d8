import type { ComponentElement } from "./element.ts";

/** Which of several versions the component is. */
export const VERSION: ComponentElement = {
  about: "component",
  id: "component-version",
  title: { en: "Version of the component", de: "Version der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `version`.", de: "`version` schreiben." },
    SPDX: { en: "Write `versionInfo`.", de: "`versionInfo` schreiben." },
    SPDX3: {
      en: "Write `software_packageVersion`.",
      de: "`software_packageVersion` schreiben.",
    },
  },
  read: ({ version, versionRepair }) =>
    versionRepair === undefined ? version : { outcome: version, repair: versionRepair },
};
