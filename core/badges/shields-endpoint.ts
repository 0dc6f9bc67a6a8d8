import { cleanBadgeText } from "./badge-text.ts";
import type { BadgeFace } from "./face.ts";
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
export function shieldsEndpoint({ kind, tone, label, message }: BadgeFace): ShieldsEndpoint {
  const { tone: color, label: labelColor } = paletteOf(tone, "light");
  const isError = kind === "unknown-subject" || kind === "unknown-scope" || kind === "unavailable";
  const words = { label: cleanBadgeText(label), message: cleanBadgeText(message) };
  return { schemaVersion: 1, ...words, color, labelColor, ...(isError ? { isError } : {}) };
}
