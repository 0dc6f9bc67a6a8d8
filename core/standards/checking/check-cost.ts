import type { TreeFile } from "./check-files.ts";

/** What documents cost that are checked together, as far as it can be counted without parsing them. */
export interface CheckCost {
  readonly files: number;
  readonly bytes: number;
  readonly lines: number;
  /** Lines that begin a heading or underline one; some may be code. */
  readonly headings: number;
}

/** What a machine of ours checks at once: several times the whole tree of the SCS with the state before a change of it. */
export const CHECK_BUDGET: CheckCost = { files: 1_000, bytes: 2_000_000, lines: 60_000, headings: 10_000 };

/** Findings that one answer lists; nobody reads more, and each is some 500 bytes. */
export const MAX_LISTED_FINDINGS = 5_000;

const [LINE_FEED, CARRIAGE_RETURN, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];
/** `#`, `=` and `-`. */
const HEADING_MARKS: ReadonlySet<number> = new Set([0x23, 0x3d, 0x2d]);

/** Counts in one pass over the bytes. */
export function costOf(files: readonly TreeFile[]): CheckCost {
  let [bytes, lines, headings] = [0, 0, 0];
  for (const file of files) {
    bytes += file.bytes.length;
    lines += 1;
    let isLineStart = true;
    for (const byte of file.bytes) {
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        lines += 1;
        isLineStart = true;
      } else if (isLineStart && byte !== SPACE && byte !== TAB) {
        if (HEADING_MARKS.has(byte)) headings += 1;
        isLineStart = false;
      }
    }
  }
  return { files: files.length, bytes, lines, headings };
}

/** The first part of a cost that is beyond the budget. */
export function beyondBudget(cost: CheckCost): keyof CheckCost | undefined {
  const parts = ["files", "bytes", "lines", "headings"] as const;
  return parts.find((part) => cost[part] > CHECK_BUDGET[part]);
}
