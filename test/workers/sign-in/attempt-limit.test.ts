import { expect, test } from "vitest";

import { createAttemptLimit } from "../../../workers/sign-in/attempt-limit.ts";

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1000);

test("a burst is free, then one attempt per refill, and the wait is told", () => {
  const limit = createAttemptLimit({ burst: 2, refillSeconds: 10 });
  expect([limit.take("a", at(0)), limit.take("a", at(0)), limit.take("a", at(0))]).toEqual([0, 0, 10]);
  expect(limit.take("a", at(4))).toBe(6);
  expect(limit.take("a", at(10))).toBe(0);
  expect(limit.take("b", at(10))).toBe(0);
});

test("an attempt that is given back can be taken again", () => {
  const limit = createAttemptLimit({ burst: 1, refillSeconds: 10 });
  expect(limit.take("a", at(0))).toBe(0);
  limit.giveBack("a");
  expect(limit.take("a", at(0))).toBe(0);
});

test("an attempt that turned out dear is owed, and the next one waits for it", () => {
  const limit = createAttemptLimit({ burst: 3, refillSeconds: 10 });
  expect(limit.take("a", at(0))).toBe(0);
  limit.charge("a", 4);
  expect(limit.take("a", at(0))).toBe(30);
  expect(limit.take("b", at(0))).toBe(0);
  expect(limit.take("a", at(30))).toBe(0);
});

test("made-up names cannot fill the memory, and the name that was seen last is remembered", () => {
  const limit = createAttemptLimit({ burst: 1, refillSeconds: 1000 });
  for (let number = 0; number < 20_000; number += 1) limit.take(`name ${number}`, at(0));
  expect(limit.take("name 19999", at(0))).toBeGreaterThan(0);
  expect(limit.take("name 0", at(0))).toBe(0);
});
