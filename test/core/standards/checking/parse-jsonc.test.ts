import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseJsonc } from "#core/standards/checking/parse-jsonc.ts";

test.each([
  ['{ "a": 1, } // end', { a: 1 }],
  ['/* first */ { "a": [1, 2, /* last */ ], }', { a: [1, 2] }],
  ['{ "a": "// no comment, /* neither */" }', { a: "// no comment, /* neither */" }],
  ['"a \\" // b"', 'a " // b'],
])("%s", (text, value) => {
  expect(parseJsonc(text)).toEqual(value);
});

test.each(["", "{", "{ a: 1 }", "[1,,2]", "{} {}", "{} /* no end", "[1] ,", "'a'", "[1 2]", "- 1", '"\n"'])(
  "%j is nothing",
  (text) => {
    expect(parseJsonc(text)).toBeUndefined();
  },
);

test("comments and trailing commas change no value", () => {
  const filler = fc.constantFrom("", " ", "\n", "/* a , ] */", "// b }\n", "\t/**/ ");
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(filler, { minLength: 5, maxLength: 5 }), (value, fillers) => {
      let turn = 0;
      const fill = (): string => fillers[(turn += 1) % 5] ?? "";
      const write = (one: unknown): string => {
        if (Array.isArray(one)) return `[${fill()}${one.map((item) => `${write(item)},`).join(fill())}${fill()}]`;
        if (typeof one !== "object" || one === null) return `${fill()}${JSON.stringify(one)}${fill()}`;
        const members = Object.entries(one).map(([name, item]) => `${JSON.stringify(name)}${fill()}:${write(item)},`);
        return `{${fill()}${members.join(fill())}${fill()}}`;
      };
      expect(parseJsonc(write(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

// The pattern that stood here tried twice as much for each comment: thirty took seconds, forty an hour.
test("a hundred thousand comments behind a comma are read once", () => {
  expect(parseJsonc(`[1, ${"/**/ ".repeat(100_000)} 2]`)).toEqual([1, 2]);
  expect(parseJsonc(`[1, ${"//\n".repeat(100_000)}`)).toBeUndefined();
});

test("a hundred thousand brackets are a value or nothing, and never an error", () => {
  expect(() => parseJsonc("[".repeat(100_000) + "]".repeat(100_000))).not.toThrow();
});
