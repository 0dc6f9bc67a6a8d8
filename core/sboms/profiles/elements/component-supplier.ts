import type { ComponentElement } from "./element.ts";

/** Who delivers the component. */
export const SUPPLIER: ComponentElement = {
  about: "component",
  id: "component-supplier",
  title: { en: "Supplier of the component", de: "Lieferant der Komponente" },
  remedy: {
    CycloneDX: { en: "Write `supplier.name`.", de: "`supplier.name` schreiben." },
    SPDX: { en: "Write `supplier`.", de: "`supplier` schreiben." },
    SPDX3: {
      en: "Name an agent in `suppliedBy`.",
      de: "Einen Akteur in `suppliedBy` nennen.",
    },
  },
  read: (component) => component.supplier,
};
