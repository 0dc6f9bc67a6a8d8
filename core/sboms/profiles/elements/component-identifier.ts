import type { ComponentElement } from "./element.ts";

/** By which the component is found in databases. */
export const IDENTIFIER: ComponentElement = {
  about: "component",
  id: "component-identifier",
  title: { en: "Identifier of the component", de: "Kennung der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `purl` or `cpe`.", de: "`purl` oder `cpe` schreiben." },
    SPDX: {
      en: "Write an `externalRefs` entry of type `purl` or `cpe23Type`.",
      de: "Einen Eintrag vom Typ `purl` oder `cpe23Type` in `externalRefs` schreiben.",
    },
    SPDX3: {
      en: "Write `software_packageUrl`, or an `externalIdentifier` of type `packageUrl` or `cpe23`.",
      de: "`software_packageUrl` oder einen `externalIdentifier` vom Typ `packageUrl` oder `cpe23` schreiben.",
    },
  },
  read: (component) => component.identifier,
};
