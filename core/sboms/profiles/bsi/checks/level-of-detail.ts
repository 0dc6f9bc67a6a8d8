import { CLAUSE, type DocumentCheck } from "../check.ts";
import { missing, presentWithNote, wrong } from "../fault.ts";

const TEXTS = {
  noSubject: {
    en: "The document does not say what it is about",
    de: "Das Dokument sagt nicht, wovon es handelt",
  },
  unreached: {
    en: "Components to which nothing leads from the subject: {}; the first one is here",
    de: "Komponenten, zu denen vom Gegenstand nichts führt: {}; die erste steht hier",
  },
  noPhase: {
    en: "The document does not say that it was made with the build, as it should (8.4.3)",
    de: "Das Dokument sagt nicht, dass es beim Build entstand, wie es sollte (8.4.3)",
  },
  otherPhase: {
    en: "The document was made in the phase {}, it should be made with the build (8.4.3)",
    de: "Das Dokument entstand in der Phase {}, es sollte beim Build entstehen (8.4.3)",
  },
} as const;

/** S5: from the subject, relationships lead to every component; whether one is left out no document can show. */
export const LEVEL_OF_DETAIL: DocumentCheck = {
  about: "document",
  id: "level-of-detail",
  title: { en: "Level of detail", de: "Detaillierungsgrad" },
  clause: CLAUSE.detail,
  remedy: {
    CycloneDX: {
      en: "Describe the subject in `metadata.component`, let `dependencies` lead from it to every component, and say `build` in `metadata.lifecycles[].phase`.",
      de: "Den Gegenstand in `metadata.component` beschreiben, mit `dependencies` von ihm zu jeder Komponente führen und `build` in `metadata.lifecycles[].phase` nennen.",
    },
    SPDX: {
      en: "Name the subject in `rootElement`, let relationships lead from it to every package, and say `build` in `software_sbomType`.",
      de: "Den Gegenstand in `rootElement` nennen, mit Beziehungen von ihm zu jedem Paket führen und `build` in `software_sbomType` nennen.",
    },
  },
  read: ({ hasSubject, unreached, phases }) => {
    if (!hasSubject) return missing(TEXTS.noSubject);
    const [pointer] = unreached;
    if (pointer !== undefined) return wrong(TEXTS.unreached, { pointer, text: String(unreached.length) });
    const [phase] = phases;
    if (phase === undefined) return presentWithNote(TEXTS.noPhase, { pointer: "" });
    return phases.some(({ text }) => text === "build") ? "present" : presentWithNote(TEXTS.otherPhase, phase);
  },
};
