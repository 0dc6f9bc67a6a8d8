import * as fc from "fast-check";
import { expect, test } from "vitest";

import { jsonWords } from "#core/base/json/json-words.ts";
import { windowAround } from "#core/sboms/checking/source-window.ts";

const DOCUMENT = { a: Array.from({ length: 300 }, (_nothing, number) => ({ number })), "x/y": { z: "last" } };
const TEXT = JSON.stringify(DOCUMENT, null, 1);

test("a value is marked with its name, twenty lines below the top", () => {
  const { lines, totalLines, hasPlace } = windowAround(TEXT, { pointer: "/x~1y/z" });
  expect(hasPlace).toBe(true);
  expect(totalLines).toBe(TEXT.split("\n").length);
  const marked = lines.findIndex((line) => line.marked !== "");
  expect(marked).toBe(20);
  expect(lines[marked]?.marked).toBe('"z": "last"');
  expect(lines[marked]?.number).toBe(TEXT.split("\n").findIndex((line) => line.includes("last")) + 1);
});

test("a container is marked over its lines", () => {
  const { lines } = windowAround(TEXT, { pointer: "/a/1" });
  expect(lines.filter(({ marked }) => marked !== "").map(({ marked }) => marked.trim())).toEqual([
    "{",
    '"number": 1',
    "}",
  ]);
});

test("a line stands at the top; one that is not there gives the beginning", () => {
  expect(windowAround(TEXT, { line: 250 }).lines[0]?.number).toBe(250);
  expect(windowAround(TEXT, { line: 250 }).lines).toHaveLength(200);
  for (const place of [{ line: 99_999 }, { pointer: "/nowhere" }]) {
    const { hasPlace, lines } = windowAround(TEXT, place);
    expect([hasPlace, lines[0]?.number]).toEqual([false, 1]);
  }
});

test("of a document in one line the part around the place is shown", () => {
  const { lines } = windowAround(JSON.stringify(DOCUMENT), { pointer: "/a/299/number" });
  expect(lines).toMatchObject([{ number: 1, marked: '"number":299', isCutBefore: true, isCutAfter: false }]);
  expect(lines[0]?.before.length).toBe(500);
});

test("the part of a line never begins inside a string, whatever is escaped in it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40, unit: fc.constantFrom('"', "\\", "a", ",", ":") })), (texts) => {
      const text = JSON.stringify({ texts, last: 1 });
      const [line] = windowAround(text, { pointer: "/last" }).lines;
      const cut = text.indexOf('"last"') - (line?.before.length ?? 0);
      // Quotes that count are those that no backslash escapes.
      const quotes = text.slice(0, cut).replaceAll(/\\./g, "").split('"').length - 1;
      expect(quotes % 2).toBe(0);
    }),
  );
});

test("whatever the document, the window is small and its lines are those of the text", () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 1, max: 5 }), (text, line) => {
      const { lines } = windowAround(text, { line });
      for (const { before, marked, after } of lines) expect(text).toContain(before + marked + after);
    }),
  );
});

test("words of JSON are told apart, and together they are the text", () => {
  const kinds = jsonWords('{"a\\"": "b", "c" : [-1.5e3, true, null]}').filter(({ kind }) => kind !== "text");
  expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'name "a\\""',
    'string "b"',
    'name "c"',
    "number -1.5e3",
    "literal true",
    "literal null",
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        jsonWords(text)
          .map((word) => word.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
