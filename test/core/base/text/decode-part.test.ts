import * as fc from "fast-check";
import { expect, test } from "vitest";

import { decodePart, decodeStrictly } from "#core/base/text/decode-part.ts";

test("what was encoded is decoded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(decodeStrictly(encodeURIComponent(text))).toBe(text);
    }),
  );
});

test("every text has an answer: what is no encoding names itself", () => {
  const parts = fc.array(fc.constantFrom("%", "%2", "%-", "%zz", "%ff", "%C3%9F", "a", "é", "\ud800"), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (words) => {
      const text = words.join("");
      expect(decodePart(text)).toBe(decodeStrictly(text) ?? text);
    }),
  );
  expect(["%-", "100%", "%C3", "%c3%9f"].map(decodePart)).toEqual(["%-", "100%", "%C3", "ß"]);
});
