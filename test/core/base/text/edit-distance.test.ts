import * as fc from "fast-check";
import { expect, test } from "vitest";

import { editDistance } from "#core/base/text/edit-distance.ts";

test("a letter that is missing, wrong or swapped with its neighbor is one step", () => {
  for (const typed of ["flavr", "flxvor", "falvor", "fflavor"]) expect(editDistance(typed, "flavor")).toBeLessThan(2);
});

test("the distance is symmetric, zero only between equals, and never more than the longer text", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
