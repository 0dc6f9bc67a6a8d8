import * as fc from "fast-check";
import { expect, test } from "vitest";

import { assignNumbers, type NumberedSentence } from "#core/standards/requirements/assign-numbers.ts";
import { matchSentences } from "#core/standards/requirements/match-sentences.ts";

const NAMES = "Flavor names MUST begin with the prefix `SCS-`.";
const DISKS = "A provider SHOULD offer disks of at least 20 GB.";
const CLOCKS = "All machines MUST take their time from the same source.";

function known(texts: readonly string[], numbers = texts.map((_text, index) => index + 1)): NumberedSentence[] {
  return texts.map((text, index) => ({ text, number: numbers[index] ?? 0, isCurrent: true }));
}

function sentences(...texts: string[]) {
  return texts.map((text) => ({ text }));
}

test("the first text is numbered from 1 in its order", () => {
  expect(assignNumbers([], sentences(NAMES, DISKS, CLOCKS))).toEqual([1, 2, 3]);
});

test("a sentence that moves keeps its number", () => {
  expect(assignNumbers(known([NAMES, DISKS, CLOCKS]), sentences(CLOCKS, NAMES, DISKS))).toEqual([3, 1, 2]);
});

test("a changed sentence keeps its number", () => {
  const changed = DISKS.replace("SHOULD", "MUST").replace("20", "50");
  expect(assignNumbers(known([NAMES, DISKS]), sentences(NAMES, changed))).toEqual([1, 2]);
});

test("a new sentence gets a number that was never used, wherever it stands", () => {
  expect(assignNumbers(known([NAMES, DISKS]), sentences(CLOCKS, NAMES, DISKS))).toEqual([3, 1, 2]);
});

test("the number of a removed sentence is not given to another one", () => {
  const requirements = [...known([NAMES]), { text: DISKS, number: 2, isCurrent: false }];
  expect(assignNumbers(requirements, sentences(NAMES, CLOCKS))).toEqual([1, 3]);
});

test("a removed sentence that comes back word by word gets its own number again", () => {
  const requirements = [...known([NAMES]), { text: DISKS, number: 2, isCurrent: false }];
  expect(assignNumbers(requirements, sentences(NAMES, DISKS))).toEqual([1, 2]);
});

test("of a removed sentence that comes back twice one gets the number, no number is given twice", () => {
  const requirements = [...known([NAMES]), { text: DISKS, number: 2, isCurrent: false }];
  expect(assignNumbers(requirements, sentences(NAMES, DISKS, DISKS, CLOCKS))).toEqual([1, 2, 3, 4]);
});

test("details are part of a removed sentence: with others it is another one", () => {
  const requirements = [{ text: DISKS, details: "20 GB", number: 4, isCurrent: false }];
  expect(assignNumbers(requirements, [{ text: DISKS, details: "50 GB" }])).toEqual([5]);
  expect(assignNumbers(requirements, [{ text: DISKS, details: "20 GB" }])).toEqual([4]);
  expect(assignNumbers(requirements, sentences(DISKS))).toEqual([5]);
});

test("short rows that differ in their name alone are not versions of each other", () => {
  expect(assignNumbers(known(["`type`: REQUIRED"]), sentences("`track`: REQUIRED"))).toEqual([2]);
});

test("of two equal sentences each keeps its own number by its section", () => {
  const requirements = [
    { text: NAMES, section: "a", number: 1, isCurrent: true },
    { text: NAMES, section: "b", number: 2, isCurrent: true },
  ];
  expect(assignNumbers(requirements, [{ text: NAMES, section: "b" }])).toEqual([2]);
});

const sentence = fc.array(fc.constantFrom("MUST", "disk", "name", "cloud", "be", "set", "20"), { maxLength: 6 });
const text = fc.array(
  sentence.map((words) => ({ text: words.join(" ") })),
  { maxLength: 12 },
);

test("numbers are unique, and equal texts in equal order keep all of them", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const first = assignNumbers([], before);
      const requirements = before.map((one, index) => ({ ...one, number: first[index] ?? 0, isCurrent: true }));
      expect(assignNumbers(requirements, before)).toEqual(first);
      const second = assignNumbers(requirements, after);
      expect(new Set(second).size).toBe(second.length);
      expect(second.every((number) => number > 0)).toBe(true);
    }),
  );
});

test("matching is one to one", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = matchSentences(before, after).filter((index) => index !== undefined);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((index) => index >= 0 && index < before.length)).toBe(true);
    }),
  );
});

test("a thousand sentences against a thousand others are matched by place", () => {
  const before = Array.from({ length: 1000 }, (_one, index) => ({
    text: `Cloud ${index} MUST offer ${index} disks of its own`,
  }));
  const after = before.map(({ text }) => ({ text: `${text} today` }));
  expect(matchSentences(before, after).every((match, index) => match === index)).toBe(true);
});
