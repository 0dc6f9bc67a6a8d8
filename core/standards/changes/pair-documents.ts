/** Finds out which document after a change is which document before it. */
import { shortId } from "#core/standards/documents/document-id.ts";

import type { DocumentSide } from "./change.ts";
import { readName } from "./read-name.ts";

/** The two sides of one document; one of them may be missing. */
export type SidePair =
  | { readonly before: DocumentSide; readonly after: DocumentSide }
  | { readonly before: undefined; readonly after: DocumentSide }
  | { readonly before: DocumentSide; readonly after: undefined };

/** Share of common lines from which on a document under a new name is the old one; git draws the line there too. */
const MIN_SIMILARITY = 0.5;
/** Pairs that are compared line by line; a change with more renames than this is read as deletions and additions. */
const MAX_PAIRS = 400;

/**
 * Pairs documents by path, then by file name wherever it lies, then by text: a document that left under one name and came
 * under another, with at least half of its lines, was renamed. An accepted document is its number, so under another
 * number it is another document.
 */
export function pairDocuments(
  base: readonly DocumentSide[],
  head: readonly DocumentSide[],
  baseNames: readonly string[] = base.map(({ document }) => document.fileName),
): SidePair[] {
  const pairs: SidePair[] = [];
  const restOf = match(base, head, (side) => side.path, pairs);
  const rest = match(restOf.base, restOf.head, (side) => side.document.fileName, pairs);
  const renamed = matchByText(rest.base, rest.head, collidingIds(baseNames));
  for (const [before, after] of renamed) pairs.push({ before, after });
  const [from, to] = [new Set(renamed.keys()), new Set(renamed.values())];
  for (const before of rest.base) if (!from.has(before)) pairs.push({ before, after: undefined });
  for (const after of rest.head) if (!to.has(after)) pairs.push({ before: undefined, after });
  return pairs.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

interface Unpaired {
  readonly base: readonly DocumentSide[];
  readonly head: readonly DocumentSide[];
}

function match(
  base: readonly DocumentSide[],
  head: readonly DocumentSide[],
  keyOf: (side: DocumentSide) => string,
  pairs: SidePair[],
): Unpaired {
  const waiting = new Map(base.map((side) => [keyOf(side), side]));
  const taken = new Set<DocumentSide>();
  const left = head.filter((after) => {
    const before = waiting.get(keyOf(after));
    if (before === undefined || taken.has(before)) return true;
    taken.add(before);
    pairs.push({ before, after });
    return false;
  });
  return { base: base.filter((side) => !taken.has(side)), head: left };
}

/** The most similar pairs first; one to one. */
function matchByText(
  base: readonly DocumentSide[],
  head: readonly DocumentSide[],
  colliding: ReadonlySet<string>,
): Map<DocumentSide, DocumentSide> {
  const candidates: { before: DocumentSide; after: DocumentSide; score: number }[] = [];
  if (base.length * head.length <= MAX_PAIRS) {
    const linesAfter = new Map(head.map((side) => [side, countLines(side)]));
    for (const before of base) {
      const lines = countLines(before);
      for (const [after, others] of linesAfter) {
        if (!mayBeOne(before, after, colliding)) continue;
        const score = similarity(lines, others);
        if (score >= MIN_SIMILARITY) candidates.push({ before, after, score });
      }
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const renamed = new Map<DocumentSide, DocumentSide>();
  const taken = new Set<DocumentSide>();
  for (const { before, after } of candidates) {
    if (renamed.has(before) || taken.has(after)) continue;
    renamed.set(before, after);
    taken.add(after);
  }
  return renamed;
}

/** The numbers that two documents share: whoever gives one of them another number repairs that. */
export function collidingIds(fileNames: readonly string[]): ReadonlySet<string> {
  const [known, colliding] = [new Set<string>(), new Set<string>()];
  for (const name of fileNames.map(readName)) {
    if (name === undefined || name.number === "xxxx" || name.series === "w") continue;
    const id = shortId(name);
    if (known.has(id)) colliding.add(id);
    known.add(id);
  }
  return colliding;
}

function mayBeOne({ name: from }: DocumentSide, { name: to }: DocumentSide, colliding: ReadonlySet<string>): boolean {
  if (from === undefined || to === undefined || from.number === "xxxx" || from.series === "w") return true;
  return shortId(from) === shortId(to) || colliding.has(shortId(from));
}

/** Whether two documents have at least half of their lines in common. */
export function hasSimilarText(a: DocumentSide, b: DocumentSide): boolean {
  return similarity(countLines(a), countLines(b)) >= MIN_SIMILARITY;
}

function countLines({ document }: DocumentSide): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of document.text.split(/\r\n|\n|\r/)) {
    const trimmed = line.trim();
    if (trimmed !== "") counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
  }
  return counts;
}

function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let total = 0;
  for (const [line, count] of a) {
    common += Math.min(count, b.get(line) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

function pathOf({ before, after }: SidePair): string {
  return (after ?? before)?.path ?? "";
}
