import type { ComponentElement } from "./element.ts";

/** Who made the component. */
export const PRODUCER: ComponentElement = {
  about: "component",
  id: "component-producer",
  title: { en: "Producer of the component", de: "Hersteller der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `manufacturer.name`.", de: "`manufacturer.name` schreiben." },
    SPDX: { en: "Write `originator`.", de: "`originator` schreiben." },
    SPDX3: {
      en: "Name an agent in `originatedBy`.",
      de: "Einen Akteur in `originatedBy` nennen.",
    },
  },
  read: (component) => component.producer,
};
