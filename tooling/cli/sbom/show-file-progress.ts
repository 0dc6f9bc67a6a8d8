import type { ProgressIo } from "../progress-line.ts";

/** Shorter documents are done in less than a second, also on a slow machine: a line would only flicker. */
const LONG_WORK_BYTES = 5_000_000;

/** One of the files that a command works on. */
export interface FileInTurn {
  readonly name: string;
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** Says which file is being worked on, where there are several or it takes a while: `Checking 2 of 5: bom.json (9.4 MB)`. */
export function showFileProgress(
  verb: "Checking" | "Scoring" | "Comparing",
  { name, index, total, bytes }: FileInTurn,
  { progress }: ProgressIo,
): void {
  if (total === 1 && bytes.byteLength < LONG_WORK_BYTES) return;
  const place = total === 1 ? "" : ` ${index + 1} of ${total}:`;
  progress.show(`${verb}${place} ${name} (${formatSize(bytes.byteLength)})`);
}

/** A number of bytes for people. */
export function formatSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
