import type { ComponentElement } from "./element.ts";

/** What the component has to do with the others. */
export const DEPENDENCIES: ComponentElement = {
  about: "component",
  id: "dependency-relationship",
  title: { en: "Dependency relationship", de: "Abhängigkeitsbeziehung" },
  remedy: {
    CycloneDX: {
      en: "Write an entry in `dependencies` for every component; a leaf has an empty `dependsOn`.",
      de: "Für jede Komponente einen Eintrag in `dependencies` schreiben; ein Blatt hat ein leeres `dependsOn`.",
    },
    SPDX: {
      en: "Write `DEPENDS_ON` or `CONTAINS` relationships that name the package.",
      de: "Beziehungen `DEPENDS_ON` oder `CONTAINS` schreiben, die das Paket nennen.",
    },
    SPDX3: {
      en: "Write `dependsOn` or `contains` relationships that name the package.",
      de: "Beziehungen `dependsOn` oder `contains` schreiben, die das Paket nennen.",
    },
  },
  read: (component) => component.dependencies,
};
