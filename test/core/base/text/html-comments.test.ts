import * as fc from "fast-check";
import { expect, test } from "vitest";

import { htmlComments, withoutComments } from "#core/base/text/html-comments.ts";
import { withoutTrailing } from "#core/base/text/trim-run.ts";

test("comments are found where a pattern finds them", () => {
  const text = fc.string({ unit: fc.constantFrom("<!--", "-->", "<!", "--", "-", ">", "a", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(text, (sample) => {
      const expected = [...sample.matchAll(/<!--[^]*?-->/g)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }));
      expect([...htmlComments(sample)]).toEqual(expected);
      expect(withoutComments(sample)).toBe(sample.replace(/<!--[^]*?-->/g, ""));
    }),
  );
});

// Each would take minutes if the rest of the text were looked through for every opening.
test("a million openings that nothing closes are looked through once", () => {
  expect([...htmlComments("<!--".repeat(1_000_000))]).toEqual([]);
});

test("a run is taken away at the end only", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("/", "a"), maxLength: 8 }), (sample) => {
      expect(withoutTrailing(sample, "/")).toBe(sample.replace(/\/+$/, ""));
    }),
  );
});

test("a million slashes before something else are not tried one by one", () => {
  const text = `${"/".repeat(1_000_000)}a`;
  expect(withoutTrailing(text, "/")).toBe(text);
});
