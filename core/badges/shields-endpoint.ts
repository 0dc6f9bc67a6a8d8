import { cleanBadgeText } from "./badge-text.ts";
import { saysSomething, type BadgeFace } from "./face.ts";
import { paletteOf } from "./palette.ts";

/** What `img.shields.io/endpoint` reads; members that it does not know are errors there. */
export interface ShieldsEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly labelColor: string;
  /** There is nothing to say, so no color of the embedding page may make it look like news. */
  readonly isError?: true;
}

/** The face in the endpoint format of shields.io. */
export function shieldsEndpoint(face: BadgeFace): ShieldsEndpoint {
  const { kind, tone, label, message } = face;
  const { tone: color, label: labelColor } = paletteOf(tone, "light");
  const isError = !saysSomething(face) || kind === "unavailable";
  const words = { label: cleanBadgeText(label), message: cleanBadgeText(message) };
  return { schemaVersion: 1, ...words, color, labelColor, ...(isError ? { isError } : {}) };
}
