import type { Floor } from "../profile.ts";
import type { BsiComponent } from "./bsi-view.ts";
import { CLAUSE } from "./check.ts";

/** One component at least is described here: a document of references and things outside the delivery describes nothing. */
export const DESCRIBED_COMPONENT: Floor<BsiComponent> = {
  id: "described-component",
  title: { en: "A component that is described here", de: "Eine Komponente, die hier beschrieben ist" },
  clause: CLAUSE.detail,
  remedy: {
    CycloneDX: {
      en: "Describe the subject in `metadata.component`, in full or as a logical component.",
      de: "Den Gegenstand in `metadata.component` beschreiben, vollständig oder als logische Komponente.",
    },
    SPDX: {
      en: "Describe the package in `rootElement`, in full or as a logical component.",
      de: "Das Paket in `rootElement` beschreiben, vollständig oder als logische Komponente.",
    },
  },
  reason: {
    en: "Every component is referenced or lies outside the delivery, so nothing is described",
    de: "Jede Komponente ist verwiesen oder liegt außerhalb des Lieferumfangs, beschrieben ist also nichts",
  },
  isMetBy: ({ kind }) => kind === "full" || kind === "logical",
};
