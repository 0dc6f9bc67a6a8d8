/** What begins a piece of HTML that only its own end ends; the parser looks for that end as far as the block goes. */
const ENDS = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
] as const;
const TICKS = /`+/g;

/**
 * How many characters a parser may read in vain in a block between blank lines: to the end of the block from each opener
 * that has no end before the next one of its kind (the dearest kind counts, as some begin like others), and to each length of
 * runs of backticks.
 */
export function unclosedCost(block: string): number {
  return Math.max(...ENDS.map(([opener, end]) => htmlCost(block, opener, end))) + ticksCost(block);
}

function htmlCost(block: string, opener: string, end: string): number {
  let cost = 0;
  let close = -1;
  for (let at = block.indexOf(opener); at >= 0;) {
    const next = block.indexOf(opener, at + opener.length);
    if (close < at + opener.length) close = foundAt(block.indexOf(end, at + opener.length));
    if (close > (next < 0 ? block.length : next)) cost += block.length - at;
    at = next;
  }
  return cost;
}

function foundAt(index: number): number {
  return index < 0 ? Infinity : index;
}

function ticksCost(block: string): number {
  const last = new Map<number, number>();
  for (const { 0: run, index } of block.matchAll(TICKS)) last.set(run.length, index);
  let cost = 0;
  for (const index of last.values()) cost += index;
  return cost;
}
