import { TEMPLATE_HINTS } from "../../editing/template-bodies.ts";
import type { Span } from "../../documents/front-matter.ts";

/** The places of a text where a sentence of a template still stands, however its lines are broken. */
export function findHints(text: string): Span[] {
  const hints = TEMPLATE_HINTS.filter((hint) => text.includes(hint.slice(0, hint.indexOf(" "))));
  if (hints.length === 0) return [];
  const words = [...text.matchAll(/[^\s>]\S*/g)];
  const starts: number[] = [];
  let joined = "";
  for (const word of words) {
    starts.push(joined.length);
    joined += `${word[0]} `;
  }
  const found: Span[] = [];
  for (const hint of hints) {
    for (let at = joined.indexOf(hint); at >= 0; at = joined.indexOf(hint, at + hint.length)) {
      const first = lastAtMost(starts, at);
      const last = lastAtMost(starts, at + hint.length - 1);
      const [head, tail] = [words[first], words[last]];
      if (head === undefined || tail === undefined) continue;
      const start = head.index + at - (starts[first] ?? 0);
      found.push({ start, end: tail.index + at + hint.length - (starts[last] ?? 0) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Index of the last number that is not above a limit; the numbers grow. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
