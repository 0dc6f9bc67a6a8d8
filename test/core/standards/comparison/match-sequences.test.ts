import * as fc from "fast-check";
import { expect, test } from "vitest";

import { matchSequences, type Match } from "#core/standards/comparison/match-sequences.ts";

function match(before: string, after: string, steps = 100_000): Match[] {
  return matchSequences(before.split(""), after.split(""), { steps });
}

function common(before: string, after: string): string {
  return match(before, after)
    .map(([index]) => before[index])
    .join("");
}

test.each([
  ["abc", "abc", "abc"],
  ["abc", "", ""],
  ["abcd", "axcy", "ac"],
  ["abcabba", "cbabac", "baba"],
])("%s and %s have %s in common", (before, after, expected) => {
  expect(common(before, after).length).toBe(expected.length);
});

const items = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 40 });

test("matches ascend on both sides and join equal items", () => {
  fc.assert(
    fc.property(items, items, fc.nat({ max: 3000 }), (before, after, steps) => {
      const matches = matchSequences(before, after, { steps });
      for (const [index, [from, to]] of matches.entries()) {
        expect(before[from]).toBe(after[to]);
        expect(from).toBeGreaterThan(matches[index - 1]?.[0] ?? -1);
        expect(to).toBeGreaterThan(matches[index - 1]?.[1] ?? -1);
      }
    }),
  );
});

test("in small sequences nothing in common is missed", () => {
  fc.assert(
    fc.property(items, items, (before, after) => {
      expect(matchSequences(before, after, { steps: 1e6 }).length).toBe(longest(before, after));
    }),
  );
});

function longest(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const item of before) {
    const next = [0];
    for (const [index, other] of after.entries()) {
      next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

test("long sequences are cut at what is unique, and keep all that is equal around one change", () => {
  const before = Array.from({ length: 20_000 }, (_one, index) => String(index));
  const after = before.toSpliced(9_000, 500, "new").toSpliced(100, 0, "other");
  expect(matchSequences(before, after, { steps: 1e6 }).length).toBe(19_500);
});

test("without budget the answer is short and the work ends", () => {
  const before = Array.from({ length: 50_000 }, (_one, index) => String(index % 7));
  const after = Array.from({ length: 50_000 }, (_one, index) => String((index * 3) % 7));
  const budget = { steps: 1e6 };
  matchSequences(before, after, budget);
  expect(budget.steps).toBeGreaterThanOrEqual(0);
});
