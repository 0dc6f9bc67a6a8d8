import * as fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalizeJson } from "#core/trust/credentials/canonicalize-json.ts";

function canonical(value: unknown): string {
  const outcome = canonicalizeJson(value);
  if (!outcome.ok) throw new Error(outcome.failure.reason);
  return outcome.value;
}

test("names are sorted by UTF-16 code units, not by code points", () => {
  expect(canonical({ "\ufb33": 1, "\u{1f602}": 2, a: 3, B: 4 })).toBe('{"B":4,"a":3,"\u{1f602}":2,"\ufb33":1}');
});

test.each([
  [-0, "0"],
  [1e21, "1e+21"],
  [1e-7, "1e-7"],
  [Number("333333333.33333329"), "333333333.3333333"],
  [4.5, "4.5"],
  [2e-3, "0.002"],
  [5e-324, "5e-324"],
])("the number %d is written as %s (RFC 8785 appendix B)", (number, text) => {
  expect(canonical(number)).toBe(text);
});

test("only what JSON must escape is escaped", () => {
  expect(canonical("\u20ac$\u000f\nA'B\"\\\u007f</script>")).toBe('"€$\\u000f\\nA\'B\\"\\\\\u007f</script>"');
});

test.each([
  ["a lone surrogate", { a: ["\ud800"] }, { reason: "lone-surrogate", pointer: "/a/0" }],
  ["a lone surrogate in a name", { "\udc00": 1 }, { reason: "lone-surrogate", pointer: "/\udc00" }],
  ["NaN", { "a/b~": Number.NaN }, { reason: "not-a-number", pointer: "/a~1b~0" }],
  ["undefined", [undefined], { reason: "not-json", pointer: "/0" }],
  ["a BigInt", 1n, { reason: "not-json", pointer: "" }],
])("%s has no canonical form, and the place is told", (_name, value, failure) => {
  expect(canonicalizeJson(value)).toEqual({ ok: false, failure });
});

test("nesting that would exhaust the stack is refused", () => {
  const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
  expect(canonicalizeJson(deep)).toMatchObject({ ok: false, failure: { reason: "too-deep" } });
});

test("a member named __proto__ is a member like any other", () => {
  expect(canonical(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});

test("the canonical form says the same and is its own canonical form", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

test("the order in which members were written makes no difference", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
      const shuffled = Object.fromEntries(Object.entries(members).toReversed());
      expect(canonicalizeJson(shuffled)).toEqual(canonicalizeJson(members));
    }),
  );
});
