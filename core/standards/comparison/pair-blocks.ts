import type { Match, WorkBudget } from "./match-sequences.ts";
import type { TextBlock } from "./text-block.ts";

/** Share of common words from which on two blocks are versions of one. */
const MIN_SIMILARITY = 0.4;
/** Larger gaps are compared only near the diagonal. */
const MAX_PAIRS = 4_000;
const WINDOW = 8;
/** Beyond this product of lengths nothing is paired: such a gap is another text, not a changed one. */
const MAX_TABLE = 500_000;

/** Pairs blocks that are versions of each other, in order, so that the words in common are as many as possible. */
export function pairBlocks(before: readonly TextBlock[], after: readonly TextBlock[], budget: WorkBudget): Match[] {
  const size = before.length * after.length;
  if (size === 0 || size > Math.min(MAX_TABLE, budget.steps)) return [];
  budget.steps -= size;
  const earlier = before.map(countWords);
  const later = after.map(countWords);
  const isNear = nearDiagonal(before.length, after.length);
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const scores = new Map<number, number>();
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const cell = row * width + column;
      const score = isNear(row, column) ? scoreOf(earlier[row], later[column], budget) : 0;
      if (score > 0) scores.set(cell, score);
      const skipped = Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0);
      best[cell] = score > 0 ? Math.max(skipped, score + (best[cell + width + 1] ?? 0)) : skipped;
    }
  }
  const pairs: Match[] = [];
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    const cell = row * width + column;
    const score = scores.get(cell);
    if (score !== undefined && best[cell] === score + (best[cell + width + 1] ?? 0)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (best[cell] === best[cell + width]) row += 1;
    else column += 1;
  }
  return pairs;
}

function nearDiagonal(rows: number, columns: number): (row: number, column: number) => boolean {
  if (rows * columns <= MAX_PAIRS) return () => true;
  return (row, column) => Math.abs((row / rows) * columns - column) <= WINDOW;
}

interface WordBag {
  readonly kind: TextBlock["kind"];
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function countWords({ kind, words }: TextBlock): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { text } of words) {
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    size += 1;
  }
  return { kind, counts, size };
}

/** 0 for blocks that are not versions of each other, else how much of them is common: long ones weigh more. */
function scoreOf(before: WordBag | undefined, after: WordBag | undefined, budget: WorkBudget): number {
  if (before === undefined || after === undefined || before.kind !== after.kind) return 0;
  const size = before.size + after.size;
  // Too different in size to be similar enough, whatever the words.
  if (size === 0 || 2 * Math.min(before.size, after.size) < MIN_SIMILARITY * size) return 0;
  const [few, many] = before.counts.size < after.counts.size ? [before, after] : [after, before];
  if (budget.steps < few.counts.size) return 0;
  budget.steps -= few.counts.size;
  let common = 0;
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0);
  const similarity = (2 * common) / size;
  return similarity < MIN_SIMILARITY ? 0 : similarity * Math.sqrt(size);
}
