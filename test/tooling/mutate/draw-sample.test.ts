import { assert, nat, property, uniqueArray } from "fast-check";
import { expect, test } from "vitest";

import { drawFromEach, drawSample } from "../../../tooling/mutate/draw-sample.ts";

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

const firstLetter = (item: string): string => item.charAt(0);
const ITEMS = [...Array.from({ length: 26 }, (_, index) => `a${index}`), "b1", "c1", "c2", "c3"];

test("one in so many is drawn from every group, rounded up, the same for the same seed", () => {
  const drawn = drawFromEach(ITEMS, firstLetter, 8, 1);
  const counts = [...Map.groupBy(drawn, firstLetter)].map(([key, group]) => `${key} ${new Set(group).size}`);
  expect(counts).toEqual(["a 4", "b 1", "c 1"]);
  expect(drawFromEach(ITEMS, firstLetter, 8, 1)).toEqual(drawn);
  expect(drawFromEach(ITEMS, firstLetter, 8, 2)).not.toEqual(drawn);
});

test("a change to one group draws the same from the others, and a larger part holds the smaller", () => {
  const drawn = drawFromEach(ITEMS, firstLetter, 8, 1);
  const changed = drawFromEach([...ITEMS, "b2", "b3"], firstLetter, 8, 1);
  expect(changed.filter((item) => !item.startsWith("b"))).toEqual(drawn.filter((item) => !item.startsWith("b")));
  expect(drawFromEach(ITEMS, firstLetter, 4, 1)).toEqual(expect.arrayContaining([...drawn]));
});

test("one in one is all", () => {
  expect(drawFromEach(ITEMS, firstLetter, 1, 1).toSorted()).toEqual(ITEMS.toSorted());
});
