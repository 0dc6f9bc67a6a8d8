import type { ComponentElement } from "./element.ts";

/** What the component is called. */
export const NAME: ComponentElement = {
  about: "component",
  id: "component-name",
  title: { en: "Name of the component", de: "Name der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `name`.", de: "`name` schreiben." },
    SPDX: { en: "Write `name`.", de: "`name` schreiben." },
  },
  read: (component) => component.name,
};
