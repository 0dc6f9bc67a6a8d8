import type { DocumentElement } from "./element.ts";

/** What the product depends on directly. */
export const TOP_LEVEL: DocumentElement = {
  about: "document",
  id: "top-level-dependencies",
  title: { en: "Top-level dependencies of the product", de: "Direkte Abhängigkeiten des Produkts" },
  remedy: {
    CycloneDX: {
      en: "Write what the subject depends on into `dependencies`; if it is nothing, say so by a `complete` composition.",
      de: "In `dependencies` schreiben, wovon der Gegenstand abhängt; ist es nichts, sagt das eine Komposition `complete`.",
    },
    SPDX: {
      en: "Write `DEPENDS_ON` or `CONTAINS` relationships of the described package, to `NONE` if there is nothing.",
      de: "Beziehungen `DEPENDS_ON` oder `CONTAINS` des beschriebenen Pakets schreiben, ist da nichts, zu `NONE`.",
    },
    SPDX3: {
      en: "Write `dependsOn` or `contains` relationships of the root package, to `NoneElement` if there is nothing.",
      de: "Beziehungen `dependsOn` oder `contains` des Wurzelpakets schreiben, ist da nichts, zu `NoneElement`.",
    },
  },
  read: (view) => view.topLevel,
};
