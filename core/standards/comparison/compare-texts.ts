/** The difference of two rendered texts: blocks are aligned first, words are compared inside changed blocks only. */
import { matchSequences, type WorkBudget } from "./match-sequences.ts";
import { pairBlocks } from "./pair-blocks.ts";
import { blockKey, wordKey, type TextBlock, type Word } from "./text-block.ts";

/** A stretch of words that one side or both have. */
export interface DiffSegment {
  readonly kind: "same" | "removed" | "added";
  readonly words: readonly Word[];
}

/** What became of a block. Read in order, the `before` blocks are the earlier text and the `after` blocks the later one. */
export type BlockDiff =
  | { readonly kind: "same"; readonly before: TextBlock; readonly after: TextBlock }
  | {
      readonly kind: "changed";
      readonly before: TextBlock;
      readonly after: TextBlock;
      readonly segments: readonly DiffSegment[];
    }
  | { readonly kind: "removed"; readonly before: TextBlock }
  | { readonly kind: "added"; readonly after: TextBlock };

/** Steps for one diff: some tens of milliseconds; the longest pair of the SCS needs a small part. */
const MAX_STEPS = 6_000_000;

/** Compares two texts; takes time in proportion to their lengths, and past a bound it shows whole blocks as replaced. */
export function compareTexts(before: readonly TextBlock[], after: readonly TextBlock[]): BlockDiff[] {
  const budget: WorkBudget = { steps: MAX_STEPS };
  const matches = matchSequences(before.map(blockKey), after.map(blockKey), budget);
  const diff: BlockDiff[] = [];
  let beforeStart = 0;
  let afterStart = 0;
  for (const [beforeIndex, afterIndex] of [...matches, [before.length, after.length] as const]) {
    const gap = compareGap(before.slice(beforeStart, beforeIndex), after.slice(afterStart, afterIndex), budget);
    append(diff, gap);
    const earlier = before[beforeIndex];
    const later = after[afterIndex];
    if (earlier !== undefined && later !== undefined) diff.push({ kind: "same", before: earlier, after: later });
    beforeStart = beforeIndex + 1;
    afterStart = afterIndex + 1;
  }
  return diff;
}

/** Blocks between two equal ones: similar ones are versions of each other, the others were removed or added. */
function compareGap(before: readonly TextBlock[], after: readonly TextBlock[], budget: WorkBudget): BlockDiff[] {
  const diff: BlockDiff[] = [];
  let beforeStart = 0;
  let afterStart = 0;
  for (const [beforeIndex, afterIndex] of [
    ...pairBlocks(before, after, budget),
    [before.length, after.length] as const,
  ]) {
    for (const block of before.slice(beforeStart, beforeIndex)) diff.push({ kind: "removed", before: block });
    for (const block of after.slice(afterStart, afterIndex)) diff.push({ kind: "added", after: block });
    const earlier = before[beforeIndex];
    const later = after[afterIndex];
    if (earlier !== undefined && later !== undefined) {
      const segments = compareWords(earlier.words, later.words, budget);
      diff.push({ kind: "changed", before: earlier, after: later, segments });
    }
    beforeStart = beforeIndex + 1;
    afterStart = afterIndex + 1;
  }
  return diff;
}

/** The words of both sides as stretches; removed ones before added ones. */
export function compareWords(before: readonly Word[], after: readonly Word[], budget: WorkBudget): DiffSegment[] {
  const matches = matchSequences(before.map(wordKey), after.map(wordKey), budget);
  const segments: { kind: DiffSegment["kind"]; words: Word[] }[] = [];
  const add = (kind: DiffSegment["kind"], words: readonly Word[]): void => {
    if (words.length === 0) return;
    const last = segments.at(-1);
    if (last?.kind === kind) append(last.words, words);
    else segments.push({ kind, words: [...words] });
  };
  let beforeStart = 0;
  let afterStart = 0;
  for (const [beforeIndex, afterIndex] of [...matches, [before.length, after.length] as const]) {
    add("removed", before.slice(beforeStart, beforeIndex));
    add("added", after.slice(afterStart, afterIndex));
    add("same", after.slice(afterIndex, afterIndex + 1));
    beforeStart = beforeIndex + 1;
    afterStart = afterIndex + 1;
  }
  return joinAcrossBlanks(segments);
}

/** A lone blank between two changes belongs to them: `old text` → `new words` reads better than word by word. */
function joinAcrossBlanks(segments: readonly DiffSegment[]): DiffSegment[] {
  const joined: DiffSegment[] = [];
  let removed: Word[] = [];
  let added: Word[] = [];
  const flush = (): void => {
    if (removed.length > 0) joined.push({ kind: "removed", words: removed });
    if (added.length > 0) joined.push({ kind: "added", words: added });
    removed = [];
    added = [];
  };
  for (const [index, { kind, words }] of segments.entries()) {
    const isBetween = removed.length + added.length > 0 && index < segments.length - 1;
    if (kind === "removed") append(removed, words);
    else if (kind === "added") append(added, words);
    else if (isBetween && words.every(({ text }) => text === " ")) {
      append(removed, words);
      append(added, words);
    } else {
      flush();
      joined.push({ kind, words });
    }
  }
  flush();
  return joined;
}

/** Item by item: a call with a hundred thousand arguments overflows the stack. */
function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}
