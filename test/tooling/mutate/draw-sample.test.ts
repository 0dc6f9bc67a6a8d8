import { assert, nat, property, uniqueArray } from "fast-check";
import { expect, test } from "vitest";

import { drawSample } from "../../../tooling/mutate/draw-sample.ts";

test("a sample holds as many different items as it was asked for, the same for the same seed", () => {
  assert(
    property(uniqueArray(nat()), nat(50), nat(), (items, count, seed) => {
      const sample = drawSample(items, count, seed);
      expect(sample).toHaveLength(Math.min(count, items.length));
      expect(new Set(sample).size).toBe(sample.length);
      expect(sample.every((item) => items.includes(item))).toBe(true);
      expect(drawSample(items, count, seed)).toEqual(sample);
    }),
  );
});

test("another seed draws another sample", () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);
  expect(drawSample(items, 10, 1)).not.toEqual(drawSample(items, 10, 2));
});
