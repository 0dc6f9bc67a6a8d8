import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseSearchQuery, toFtsQuery } from "#core/standards/search/search-query.ts";

test("words are asked for together, the last one also as the beginning of a word", () => {
  expect(toFtsQuery(parseSearchQuery("flavor nam"))).toBe('"flavor" AND "nam" *');
});

test("a quoted phrase stays together and is never a prefix", () => {
  expect(toFtsQuery(parseSearchQuery('entropy "flavor naming"'))).toBe('"entropy" AND "flavor naming"');
});

test("a quotation mark that is never closed begins a phrase all the same", () => {
  expect(toFtsQuery(parseSearchQuery('"flavor naming'))).toBe('"flavor naming"');
});

test("an id is a phrase of its parts", () => {
  expect(toFtsQuery(parseSearchQuery("scs-0104-image-ubuntu"))).toBe('"scs 0104 image ubuntu" *');
});

test("one of the words is enough for a loose query", () => {
  expect(toFtsQuery(parseSearchQuery("flavor nothing"), true)).toBe('"flavor" OR "nothing" *');
});

test("nothing but signs is no query", () => {
  for (const text of ["", "   ", '"', '""', "* - ( ) : ^ +", "\u0000"]) {
    expect(toFtsQuery(parseSearchQuery(text))).toBeUndefined();
  }
});

test("operators, columns and comments of the query language are words like any other", () => {
  expect(toFtsQuery(parseSearchQuery("title:x OR NEAR(a b) NOT y --"))).toBe(
    '"title x" AND "OR" AND "NEAR a" AND "b" AND "NOT" AND "y" *',
  );
});

test("whatever is typed, a query is strings joined by operators of ours", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.boolean(), (text, any) => {
      const query = toFtsQuery(parseSearchQuery(text), any);
      if (query !== undefined)
        expect(query).toMatch(/^"[\p{L}\p{N}\p{M} ]+"(?: \*)?(?: (?:AND|OR) "[\p{L}\p{N}\p{M} ]+"(?: \*)?)*$/u);
    }),
  );
});

test("a query of a thousand words is cut to a few terms", () => {
  expect(parseSearchQuery("a ".repeat(1_000)).terms).toHaveLength(12);
});
