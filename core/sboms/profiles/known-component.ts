import type { ComponentView } from "../view/document-view.ts";
import type { Floor } from "./profile.ts";

/** One component at least is known: saying "unknown" of everything is honest, but it is no list of parts. */
export const KNOWN_COMPONENT: Omit<Floor<ComponentView>, "clause"> = {
  id: "known-component",
  title: { en: "A component of which something is known", de: "Eine Komponente, von der etwas bekannt ist" },
  remedy: {
    CycloneDX: {
      en: "Say of one component at least who made it, under which license it is, or by which hash or identifier it is found.",
      de: "Von mindestens einer Komponente Hersteller, Lizenz, Hash oder Kennung nennen.",
    },
    SPDX: {
      en: "Say of one package at least who made it, under which license it is, or by which checksum or identifier it is found.",
      de: "Von mindestens einem Paket Hersteller, Lizenz, Prüfsumme oder Kennung nennen.",
    },
  },
  reason: {
    en: "The document says of every component that nothing is known but its name",
    de: "Das Dokument sagt von jeder Komponente, dass nichts als ihr Name bekannt ist",
  },
  isMetBy: ({ producer, identifier, hash, license }) => [producer, identifier, hash, license].includes("present"),
};
