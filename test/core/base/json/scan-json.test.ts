import * as fc from "fast-check";
import { expect, test } from "vitest";

import { scanJson } from "#core/base/json/scan-json.ts";

const LIMITS = { maxDepth: 8, maxContainers: 1000, maxNameLength: 20 };

/** The place of the refusal is marked with `¦` in the text. */
function refusalOf(marked: string) {
  const offset = marked.indexOf("¦");
  const outcome = scanJson(marked.replace("¦", ""), LIMITS);
  if (outcome.ok) throw new Error("accepted");
  expect(outcome.failure.offset).toBe(offset);
  return outcome.failure;
}

test.each([
  ['{"a": 1 ¦"b": 2}', "/a", "`,` or `}`"],
  ['{"a": [1, 2 ¦3]}', "/a/1", "`,` or `]`"],
  ['{"a": [1, ¦]}', "/a/1", "a value"],
  ['{"a": 1, ¦}', "/a", "a name in quotes"],
  ["{¦a: 1}", "", "a name in quotes or `}`"],
  ['{"a" ¦1}', "/a", "`:`"],
  ['{"a": ¦}', "/a", "a value"],
  ['{"a/b": {"c~": ¦tru}}', "/a~1b/c~0", "a value"],
  ['{"a": 0¦1}', "/a", "`,` or `}`"],
  ['{"a": -¦}', "/a", "a digit"],
  ['{"a": 1.¦}', "/a", "a digit"],
  ['{"a": 1e+¦x}', "/a", "a digit"],
  ['"abc¦', "", 'the closing `"` of a string'],
  ['"a\\¦x"', "", "a valid escape"],
  ['"\\u12¦g4"', "", "a valid escape"],
  ["{} ¦{}", "", "the end of the text"],
  ["¦", "", "a value"],
  ["[1]¦\u00A0", "", "the end of the text"],
])("%s is refused at the mark", (marked, pointer, expected) => {
  expect(refusalOf(marked)).toMatchObject({ kind: "syntax", pointer, expected });
});

test("a raw control character in a string asks for its escape", () => {
  expect(refusalOf('["a¦\nb"]')).toMatchObject({
    kind: "syntax",
    pointer: "/0",
    expected: expect.stringContaining("\\n"),
  });
  expect(refusalOf('["a¦\0b"]')).toMatchObject({ kind: "syntax" });
});

test("the container that is one too deep is refused with its place", () => {
  expect(refusalOf('{"c":[{"c":[{"c":[{"c":[¦{"c":[]}]}]}]}]}')).toEqual({
    kind: "too-deep",
    offset: 24,
    pointer: "/c/0/c/0/c/0/c/0",
    limit: 8,
  });
});

test("a million brackets need neither stack nor time", () => {
  expect(scanJson("[".repeat(1_000_000), LIMITS)).toMatchObject({
    ok: false,
    failure: { kind: "too-deep", offset: 8 },
  });
  expect(
    scanJson("[".repeat(1_000_000), { maxDepth: 2_000_000, maxContainers: 2_000_000, maxNameLength: 20 }),
  ).toMatchObject({
    failure: { kind: "syntax", offset: 1_000_000 },
  });
});

test("containers are counted and capped, members are counted", () => {
  expect(scanJson('{"a":[{},{"b":1,"b":2}]}', LIMITS)).toEqual({
    ok: true,
    value: { memberCount: 3, containerCount: 4 },
  });
  expect(scanJson(`[${Array.from({ length: 1000 }, () => "{}").join()}]`, LIMITS)).toMatchObject({
    ok: false,
    failure: { kind: "too-many-containers", pointer: "/999", limit: 1000 },
  });
});

test("a name that is too long to be part of a pointer is refused", () => {
  const long = "n".repeat(21);
  expect(scanJson(`{"a":{"${long}":1}}`, LIMITS)).toEqual({
    ok: false,
    failure: { kind: "name-too-long", offset: 6, pointer: "/a", limit: 20 },
  });
  expect(scanJson(`{"a":"${long}"}`, LIMITS).ok).toBe(true);
});

test("whatever JSON.stringify writes is accepted", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom("", " ", "\n\t"), (value, indent) => {
      expect(
        scanJson(JSON.stringify(value, null, indent), { maxDepth: 50, maxContainers: 1e6, maxNameLength: 1e6 }).ok,
      ).toBe(true);
    }),
  );
});

const TOKENS = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "u00e9",
  "1",
  "0",
  "-",
  ".",
  "e",
  "+",
  "true",
  "null",
  '"a"',
  " ",
  "\n",
  "\0",
];

test("the scanner accepts exactly what JSON.parse accepts", () => {
  const textOfTokens = fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((tokens) => tokens.join(""));
  const brokenJson = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ...TOKENS), fc.nat(2))
    .map(
      ([text, at, token, cut]) =>
        text.slice(0, at % (text.length + 1)) + token + text.slice((at % (text.length + 1)) + cut),
    );
  fc.assert(
    fc.property(fc.oneof(textOfTokens, brokenJson), (text) => {
      let isParsed = true;
      try {
        JSON.parse(text);
      } catch {
        isParsed = false;
      }
      expect(scanJson(text, { maxDepth: 100, maxContainers: 1e6, maxNameLength: 1e6 }).ok).toBe(isParsed);
    }),
    { numRuns: 3000 },
  );
});
