import * as fc from "fast-check";
import { expect, test } from "vitest";

import { matchesGlob, parseGlob } from "#core/base/text/glob.ts";

/** The slow reference: the same pattern for a backtracking engine. */
function byBacktracking(glob: string, path: string): boolean {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")))
    .join("");
  return new RegExp(`(?:^|/)${source}$`).test(path);
}

test("a pattern describes the paths that it describes for a backtracking engine", () => {
  const glob = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "**", ".", "?", "[", "\n"), maxLength: 8 });
  const path = fc.string({ unit: fc.constantFrom("a", "b", "/", ".", "*", "?", "[", "\n", "\u2028"), maxLength: 12 });
  fc.assert(
    fc.property(glob, path, (text, sample) => {
      expect(matchesGlob(parseGlob(text), sample)).toBe(byBacktracking(text, sample));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["*.md", "Standards/scs-0100-v1-title.md", true],
  ["Standards/*.md", "Standards/old/scs-0100-v1-title.md", false],
  ["Standards/**.md", "Standards/old/scs-0100-v1-title.md", true],
  ["scs-0100-*", "Standards/scs-0100-v1-title.md", true],
  ["standards/*", "Standards/scs-0100-v1-title.md", false],
])("%s and %s", (glob, path, expected) => {
  expect(matchesGlob(parseGlob(glob), path)).toBe(expected);
});

test("stars that nearly match cost parts times characters, not powers of them", () => {
  const budget = { left: Infinity };
  const glob = parseGlob(`${"*a".repeat(140)}b`);
  expect(matchesGlob(glob, "a".repeat(300), budget)).toBe(false);
  const spent = { left: 1_000_000 };
  matchesGlob(glob, "a".repeat(300), spent);
  expect(1_000_000 - spent.left).toBe((glob.length + 1) * 301);
});

test("a comparison that the budget does not allow is not begun", () => {
  expect(matchesGlob(parseGlob("*a"), "a", { left: 5 })).toBeUndefined();
});
