/** Aligns the parts of two versions of a sentence: what stayed, and what took the place of what. */
import type { Item } from "./item.ts";

/** Parts that stand for one another: the same words, or two numbers or key words that may differ. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** A stretch that is not the same: indexes, `end` exclusive. */
export interface Hunk {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

/** Largest table of common lengths; two sentences of 400 words that have nothing in common need no more. */
const MAX_CELLS = 160_000;

/** What stayed and what differs, in order; undefined where the texts are too long. */
export function align(before: readonly Item[], after: readonly Item[]): { pairs: Pair[]; hunks: Hunk[] } | undefined {
  const [from, to] = [keysOf(before), keysOf(after)];
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let tail = 0;
  const shorter = Math.min(from.length, to.length) - start;
  while (tail < shorter && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  const [middleBefore, middleAfter] = [from.slice(start, from.length - tail), to.slice(start, to.length - tail)];
  if (middleBefore.length * middleAfter.length > MAX_CELLS) return undefined;
  const pairs: Pair[] = [];
  for (let index = 0; index < start; index += 1) pairs.push({ before: index, after: index });
  for (const pair of commonPairs(middleBefore, middleAfter)) {
    pairs.push({ before: pair.before + start, after: pair.after + start });
  }
  for (let index = tail; index > 0; index -= 1) pairs.push({ before: from.length - index, after: to.length - index });
  return { pairs, hunks: hunksBetween(pairs, from.length, to.length) };
}

function keysOf(items: readonly Item[]): string[] {
  return items.map((item, index) => {
    if (item.kind === "bound") return `#${item.relation.value.dimension}`;
    if (item.kind === "modal") return "!";
    // A sentence may begin with another word than before, and begins with a capital all the same.
    const isFirst = index === 0 && item.text !== item.text.toUpperCase();
    return isFirst || isFunctionWord(item.lower) ? item.lower : item.text;
  });
}

function isFunctionWord(lower: string): boolean {
  return /^(?:a|an|the|if|when|where|for|of|on|in|at|all|every|each|any|no|none|only|to|by|with|after|before)$/.test(
    lower,
  );
}

/** A longest common subsequence. */
function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      const isSame = before[row] === after[column];
      const [down, right, both] = [lengths[at + width] ?? 0, lengths[at + 1] ?? 0, lengths[at + width + 1] ?? 0];
      lengths[at] = isSame ? both + 1 : Math.max(down, right);
    }
  }
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    const at = row * width + column;
    if (before[row] === after[column]) pairs.push({ before: row++, after: column++ });
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

function hunksBetween(pairs: readonly Pair[], beforeLength: number, afterLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [before, after] = [0, 0];
  for (const pair of [...pairs, { before: beforeLength, after: afterLength }]) {
    if (pair.before > before || pair.after > after) {
      hunks.push({ before: { start: before, end: pair.before }, after: { start: after, end: pair.after } });
    }
    before = pair.before + 1;
    after = pair.after + 1;
  }
  return hunks;
}
