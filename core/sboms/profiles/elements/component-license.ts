import type { ComponentElement } from "./element.ts";

/** Under which terms the component may be used. */
export const LICENSE: ComponentElement = {
  about: "component",
  id: "component-license",
  title: { en: "License of the component", de: "Lizenz der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `licenses`.", de: "`licenses` schreiben." },
    SPDX: {
      en: "Write `licenseConcluded` or `licenseDeclared`.",
      de: "`licenseConcluded` oder `licenseDeclared` schreiben.",
    },
    SPDX3: {
      en: "Write a relationship `hasConcludedLicense` or `hasDeclaredLicense`.",
      de: "Eine Beziehung `hasConcludedLicense` oder `hasDeclaredLicense` schreiben.",
    },
  },
  read: (component) => component.license,
};
