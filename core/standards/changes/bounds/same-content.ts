/** Tells whether two versions hold the same words in another order or form: "rotate the key", "the key is rotated". */
import type { Item } from "./item.ts";

const EMPTY = /^(?:a|an|the|be|is|are|was|were|been|being|by|it|its|of|to|,|\.|;)$/;

/** Whether the words that mean something are the same on both sides, endings apart. */
export function isSameContent(before: readonly Item[], after: readonly Item[]): boolean {
  return contentOf(before) === contentOf(after);
}

function contentOf(items: readonly Item[]): string {
  return items
    .flatMap((item) => {
      if (item.kind === "modal") return [`!${item.level}${item.isNegative ? "-" : ""}`];
      if (item.kind === "bound") return [`#${item.text}`];
      return EMPTY.test(item.lower) ? [] : [stem(item.lower)];
    })
    .sort()
    .join(" ");
}

/** Two stretches without the words at their ends that differ in number only: "All nodes", "At least one node". */
export function withoutSameEnd(before: readonly Item[], after: readonly Item[]): [readonly Item[], readonly Item[]] {
  let end = 0;
  while (end < Math.min(before.length, after.length) - 1 && isSameWord(before.at(-1 - end), after.at(-1 - end)))
    end += 1;
  return [before.slice(0, before.length - end), after.slice(0, after.length - end)];
}

function isSameWord(before: Item | undefined, after: Item | undefined): boolean {
  return before?.kind === "word" && after?.kind === "word" && singular(before.lower) === singular(after.lower);
}

function singular(lower: string): string {
  return lower.length <= 3 ? lower : lower.replace(/s$/, "");
}

function stem(lower: string): string {
  return lower.length <= 3 ? lower : lower.replace(/(?:ing|ed|es|en|s|e|d)$/, "");
}
