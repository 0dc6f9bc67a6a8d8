import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createLinearPattern } from "#core/base/patterns/linear-pattern.ts";

const unlimited = () => ({ left: Infinity });

function prepare(source: string, flags = "") {
  const pattern = createLinearPattern(source, flags);
  if (!pattern.ok) throw new Error(pattern.failure);
  return pattern.value;
}

/** What the language's own engine says, for patterns and texts that are small enough for it. */
function byBacktracking(source: string, flags: string, text: string) {
  return [...text.matchAll(new RegExp(source, `g${flags}`))].map((match) => ({ index: match.index, text: match[0] }));
}

describe("a pattern of somebody else finds what the language's own engine finds", () => {
  test.each([
    ["“|”", "", "a “quoted” word"],
    [" {2,}$", "gm", "a  \nb   \n  c"],
    ["([^\\s>|]) {2}([^\\s|])", "g", "a  b | c  d > e"],
    ["\\bfoo(?:bar)?\\b", "i", "Foo foobar foobaz FOOBAR"],
    ["(?<year>\\d{4})-(\\d\\d)", "", "2024-01 and 1999-12"],
    ["a+?b|a", "", "aaab a aac"],
    ["^$", "m", "\n\nx\n"],
    ["", "", "abc"],
    [".", "su", "a\n😀"],
    [".", "", "a\n😀"],
    ["\\u{1F600}|\\uD83D\\uDE01", "u", "😀😁"],
    ["[\\p{Lu}-]", "u", "aB-"],
    ["x{2,3}y{2}z{,2}", "", "xxyyz{,2} xxxyyz{,2}"],
    ["a{b", "", "a{b"],
    ["(a)|(b)|c", "", "abc"],
    ["\\x41\\cJ[\\]\\\\]", "", "A\n]A\n\\"],
    ["\\Bb\\B", "", "abc b"],
    ["\\w\\b", "iu", "ſ K a"],
  ])("/%s/%s in %j", (source, flags, text) => {
    const clean = flags.replace("g", "");
    expect([...prepare(source, flags).findAll(text, unlimited())]).toEqual(byBacktracking(source, clean, text));
  });

  const atom = fc.constantFrom("a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\s", "\\d", "^", "$", "\\b", "\\B", "é");
  const { pattern } = fc.letrec<{ pattern: string; sequence: string; piece: string }>((tie) => ({
    pattern: fc.oneof(
      { weight: 3, arbitrary: tie("sequence") },
      fc.tuple(tie("sequence"), tie("sequence")).map((pair) => pair.join("|")),
    ),
    sequence: fc.array(tie("piece"), { maxLength: 4 }).map((parts) => parts.join("")),
    piece: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc
        .tuple(atom, fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"))
        .map((pair) => pair.join("")),
      fc
        .tuple(tie("pattern"), fc.constantFrom("(", "(?:"), fc.constantFrom("", "*", "+", "?", "*?", "{2}", "{1,3}?"))
        .map(([inner, open, times]) => `${open}${inner})${times}`),
    ),
  }));
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "1", "\n", "é", "A", "_"), maxLength: 12 });

  test("whatever the pattern, as far as it can be read in one pass", () => {
    let compared = 0;
    fc.assert(
      fc.property(pattern, text, fc.constantFrom("", "m", "i", "s", "ims", "u"), (source, sample, flags) => {
        const made = createLinearPattern(source, flags);
        if (!made.ok) return;
        compared += 1;
        expect([...made.value.findAll(sample, unlimited())]).toEqual(byBacktracking(source, flags, sample));
        const replacement = "<$1|$2|$&|$$|$`|$'>";
        expect(made.value.replaceFirst(sample, replacement, unlimited())).toBe(
          sample.replace(new RegExp(source, flags), replacement),
        );
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });
});

describe("what cannot be matched in one pass is refused in words", () => {
  test.each([
    ["(?=a)", "it looks around"],
    ["(?<!a)b", "it looks around"],
    ["(a)\\1", "it refers back to a group"],
    ["(?<x>a)\\k<x>", "it refers back to a group"],
    ["(a*)*", "it repeats something that may be empty"],
    ["(", "it is no regular expression of JavaScript"],
    ["(?:a{100}){100}", "it has more than 1,000 steps when its repetitions are written out"],
    ["a".repeat(1_001), "it is longer than 1,000 characters"],
    ["(?:".repeat(60) + ")".repeat(60), "its groups are nested more than 50 deep"],
    ["(a)".repeat(21), "it has more than 20 groups"],
  ])("%s", (source, reason) => {
    expect(createLinearPattern(source, "")).toEqual({ ok: false, failure: reason });
  });

  test("a flag that changes what a pattern means elsewhere", () => {
    expect(createLinearPattern("a", "y").ok).toBe(false);
    expect(createLinearPattern("[a--b]", "v").ok).toBe(false);
  });
});

describe("no pattern takes more steps than it has, times the characters of the text", () => {
  test.each(["(a+)+b", "(a|a)+b", "(a|aa)+$", "a*a*a*a*a*b", "(.*)(.*)(.*)x", "a?a?a?a?a?a?a?a?a{8}b", "( |\\t)+$"])(
    "/%s/ against a hundred thousand characters that it nearly matches",
    (source) => {
      for (const character of ["a", " "]) {
        const counted = (length: number): number => {
          const budget = { left: 1e12 };
          for (const match of prepare(source).findAll(`${character.repeat(length)}!`, budget)) void match;
          return 1e12 - budget.left;
        };
        const [once, twice] = [counted(50_000), counted(100_000)];
        expect(twice).toBeLessThan(once * 2 + 1_000);
      }
    },
  );

  test("a search that finds little and reads far each time ends with its budget", () => {
    // Each match ends after one character, but only the end of the text says that no longer one follows.
    const budget = { left: 1_000_000 };
    const found = [...prepare("a[^]*b|a").findAll("a".repeat(200_000), budget)];
    expect(found.length).toBeLessThan(10);
    expect(budget.left).toBeLessThan(0);
  });
});
