import * as fc from "fast-check";
import { expect, test } from "vitest";

import { jsonWords, type JsonWord } from "#core/base/json/json-words.ts";

/** The slow reference: one pattern for all words, which looks for the end of a string from every quotation mark. */
function byPattern(text: string): JsonWord[] {
  const words: JsonWord[] = [];
  let end = 0;
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*")(?=(\s*:)?)|(-?\b\d[\d.eE+-]*)|\b(true|false|null)\b/g)) {
    if (match.index > end) words.push({ kind: "text", text: text.slice(end, match.index) });
    const [word, string, colon, number] = match;
    const kind =
      string === undefined ? (number === undefined ? "literal" : "number") : colon === undefined ? "string" : "name";
    words.push({ kind, text: word });
    end = match.index + word.length;
  }
  if (end < text.length) words.push({ kind: "text", text: text.slice(end) });
  return words;
}

test("words are those of the pattern, in pieces that begin and end anywhere", () => {
  const unit = fc.constantFrom('"', "\\", ":", " ", "\n", "\u2028", "1", "-", "e", "true", "null", "a", "{", ",");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
      expect(jsonWords(text)).toEqual(byPattern(text));
    }),
    { numRuns: 5_000 },
  );
});

// A piece like this took minutes: each quotation mark was followed to the end of the text.
test("a long piece that was cut within a string is read once", () => {
  const text = String.raw`\"`.repeat(500_000);
  expect(jsonWords(`"${text}`)).toEqual([{ kind: "text", text: `"${text}` }]);
});
