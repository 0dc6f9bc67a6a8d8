/**
 * Tells which sentence of one text is which of another. Exact matches first, in order; what is left is paired by the
 * words that both have. Bounded: time grows with the number of sentences, not with its square, beyond a few hundred.
 */
import { comparableText, type NormativeSentence } from "./normative-sentence.ts";

/** What is compared. */
export type Comparable = Pick<NormativeSentence, "text" | "details" | "section">;

/** Share of common words from which on two sentences are versions of one: 0.6 keeps rows such as `type`, `track` apart. */
const MIN_SIMILARITY = 0.6;
const MAX_PAIRS = 40_000;
/** How far apart two sentences may stand when there are too many to compare all. */
const WINDOW = 20;
const MAX_WORDS = 300;

/** For every sentence of `after` the index of its counterpart in `before`, undefined for a new one. One to one. */
export function matchSentences(before: readonly Comparable[], after: readonly Comparable[]): (number | undefined)[] {
  const matches = matchExactly(before, after);
  const taken = new Set(matches);
  const lost = [...before.keys()].filter((index) => !taken.has(index));
  const fresh = [...after.keys()].filter((index) => matches[index] === undefined);
  const free = { lost: new Set(lost), fresh: new Set(fresh) };
  for (const { from, to } of candidatePairs(before, after, lost, fresh)) {
    if (!free.lost.has(from) || !free.fresh.has(to)) continue;
    free.lost.delete(from);
    free.fresh.delete(to);
    matches[to] = from;
  }
  return matches;
}

/** Equal texts, first in the same section, then anywhere; repeated ones in order. */
function matchExactly(before: readonly Comparable[], after: readonly Comparable[]): (number | undefined)[] {
  const matches = Array.from<number | undefined>({ length: after.length });
  const taken = new Set<number>();
  const keys = [
    (sentence: Comparable) => `${sentence.section ?? ""}\n${comparableText(sentence)}`,
    (sentence: Comparable) => comparableText(sentence),
  ];
  for (const keyOf of keys) {
    const waiting = new Map<string, number[]>();
    for (const [index, sentence] of before.entries()) {
      if (taken.has(index)) continue;
      const key = keyOf(sentence);
      waiting.set(key, [...(waiting.get(key) ?? []), index]);
    }
    for (const [index, sentence] of after.entries()) {
      if (matches[index] !== undefined) continue;
      const found = waiting.get(keyOf(sentence))?.shift();
      if (found === undefined) continue;
      matches[index] = found;
      taken.add(found);
    }
  }
  return matches;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Similar pairs, the most similar first; among equals the same section, then the nearest place. */
function candidatePairs(
  before: readonly Comparable[],
  after: readonly Comparable[],
  lost: readonly number[],
  fresh: readonly number[],
): Pair[] {
  const isBounded = lost.length * fresh.length > MAX_PAIRS;
  const words = new Map(lost.map((index) => [index, countWords(before[index])]));
  const pairs: Pair[] = [];
  for (const [freshPlace, to] of fresh.entries()) {
    const bag = countWords(after[to]);
    const place = Math.round((freshPlace / fresh.length) * lost.length);
    const near = isBounded ? lost.slice(Math.max(0, place - WINDOW), place + WINDOW) : lost;
    for (const from of near) {
      const score = similarity(words.get(from) ?? NO_WORDS, bag);
      if (score < MIN_SIMILARITY) continue;
      const bonus = before[from]?.section === after[to]?.section ? 0.01 : 0;
      pairs.push({ from, to, score: score + bonus - Math.abs(from - to) / 1e6 });
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
}

interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

const NO_WORDS: WordBag = { counts: new Map(), size: 0 };

function countWords(sentence: Comparable | undefined): WordBag {
  if (sentence === undefined) return NO_WORDS;
  const words =
    comparableText(sentence)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const kept = words.slice(0, MAX_WORDS);
  for (const word of kept) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: kept.length };
}

/** Dice coefficient of two bags of words: 1 for the same words, 0 for none in common. */
function similarity(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
