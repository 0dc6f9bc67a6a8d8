/**
 * Finds what two sequences have in common, in order. Equal ends first, then items that occur once on both sides (they are
 * the same whatever stands around them), then, in the small gaps that are left, the longest common subsequence.
 */

/** Work that may still be done, in elementary steps; shared by all comparisons of one diff, so hostile input ends early. */
export interface WorkBudget {
  steps: number;
}

/** Positions of an item that both sides have. */
export type Match = readonly [before: number, after: number];

/** Gaps up to this product of lengths are compared item by item at once. */
const SMALL_GAP = 10_000;
/** To look an item up costs as much as so many steps through a table. */
const ANCHOR_STEPS = 10;
/** Cells of the largest table that is made: 8 MB, a small part of an isolate's memory. */
const MAX_TABLE = 2_000_000;

interface Range {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/**
 * The matches in ascending order of both positions. Without budget left the answer is shorter, never wrong: what is not
 * matched counts as replaced.
 */
export function matchSequences(before: readonly string[], after: readonly string[], budget: WorkBudget): Match[] {
  const matches: Match[] = [];
  const pending: Range[] = [{ beforeStart: 0, beforeEnd: before.length, afterStart: 0, afterEnd: after.length }];
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const inner = matchEnds(before, after, range, matches);
    const rows = inner.beforeEnd - inner.beforeStart;
    const columns = inner.afterEnd - inner.afterStart;
    if (rows === 0 || columns === 0) continue;
    const anchorSteps = ANCHOR_STEPS * (rows + columns);
    if (rows * columns > SMALL_GAP && budget.steps >= anchorSteps) {
      budget.steps -= anchorSteps;
      const anchors = findAnchors(before, after, inner);
      if (anchors.length > 0) {
        for (const anchor of anchors) matches.push(anchor);
        for (const between of rangesBetween(inner, anchors)) pending.push(between);
        continue;
      }
    }
    if (rows * columns > Math.min(MAX_TABLE, budget.steps)) continue;
    budget.steps -= rows * columns;
    for (const match of longestCommon(before, after, inner)) matches.push(match);
  }
  return matches.sort((a, b) => a[0] - b[0]);
}

/** Takes equal items from both ends; answers what lies between. */
function matchEnds(before: readonly string[], after: readonly string[], range: Range, matches: Match[]): Range {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = range;
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeStart] === after[afterStart]) {
    matches.push([beforeStart, afterStart]);
    beforeStart += 1;
    afterStart += 1;
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
    matches.push([beforeEnd, afterEnd]);
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd };
}

/** Items that occur exactly once on both sides, as many of them as keep the order. */
function findAnchors(before: readonly string[], after: readonly string[], range: Range): Match[] {
  const places = uniquePlaces(before, range.beforeStart, range.beforeEnd);
  const candidates: Match[] = [];
  for (const [item, place] of uniquePlaces(after, range.afterStart, range.afterEnd)) {
    const match = places.get(item);
    if (match !== undefined) candidates.push([match, place]);
  }
  return longestAscending(candidates.sort((a, b) => a[0] - b[0]));
}

function uniquePlaces(items: readonly string[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = start; index < end; index += 1) {
    const item = items[index] ?? "";
    if (places.has(item)) repeated.add(item);
    else places.set(item, index);
  }
  for (const item of repeated) places.delete(item);
  return places;
}

/** The longest part of the matches whose second positions ascend (patience sorting). */
function longestAscending(matches: readonly Match[]): Match[] {
  const piles: number[] = [];
  const previous: number[] = [];
  for (const [index, [, place]] of matches.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((matches[piles[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (piles[low - 1] ?? -1);
    piles[low] = index;
  }
  const chain: Match[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index];
    if (match !== undefined) chain.push(match);
  }
  return chain.reverse();
}

function rangesBetween(range: Range, anchors: readonly Match[]): Range[] {
  const ranges: Range[] = [];
  let beforeStart = range.beforeStart;
  let afterStart = range.afterStart;
  for (const [before, after] of [...anchors, [range.beforeEnd, range.afterEnd] as const]) {
    ranges.push({ beforeStart, beforeEnd: before, afterStart, afterEnd: after });
    beforeStart = before + 1;
    afterStart = after + 1;
  }
  return ranges;
}

/** The longest common subsequence of a range, by the table of the textbooks. */
function longestCommon(before: readonly string[], after: readonly string[], range: Range): Match[] {
  const rows = range.beforeEnd - range.beforeStart;
  const columns = range.afterEnd - range.afterStart;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const isEqual = before[range.beforeStart + row] === after[range.afterStart + column];
      lengths[row * width + column] = isEqual
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (before[range.beforeStart + row] === after[range.afterStart + column]) {
      matches.push([range.beforeStart + row, range.afterStart + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return matches;
}
