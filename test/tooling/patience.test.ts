import { array, assert, boolean, property } from "fast-check";
import { expect, test } from "vitest";

import { createPatience, type Look } from "../../tooling/start/patience.ts";

const IDLE = { ticks: 50, isBusy: false };
const START: Look = { at: 0, activity: IDLE, printed: 0 };

/** The number of the look, counted from one, after which waiting ends; undefined when it goes on. */
function endOf(looks: readonly Look[], idleLimitMs = 10_000): number | undefined {
  const isHopeless = createPatience(START, idleLimitMs);
  const index = looks.findIndex((look) => isHopeless(look));
  return index < 0 ? undefined : index + 1;
}

/** One look a second. */
function everySecond(count: number, change: (second: number) => Partial<Look>): Look[] {
  return Array.from({ length: count }, (_, index) => ({ ...START, at: (index + 1) * 1_000, ...change(index + 1) }));
}

test("a worker that does nothing is given up after the limit and no earlier", () => {
  expect(endOf(everySecond(60, () => ({})))).toBe(10);
});

test.each<[string, (second: number) => Partial<Look>]>([
  ["uses processor time", (second) => ({ activity: { ticks: 50 + 20 * second, isBusy: false } })],
  ["waits for a processor that others have", () => ({ activity: { ticks: 50, isBusy: true } })],
  ["prints", (second) => ({ printed: second })],
])("a worker that %s is waited for, however long it takes", (_, change) => {
  expect(endOf(everySecond(3_600, change))).toBeUndefined();
});

test("what answering our questions costs is no progress", () => {
  const asked = everySecond(60, (second) => ({ activity: { ticks: 50 + second, isBusy: second % 2 === 0 } }));
  expect(endOf(asked)).toBe(10);
});

test("an hour in which the machine slept is not an hour of idleness", () => {
  expect(endOf([{ ...START, at: 3_600_000 }], 10_000)).toBeUndefined();
});

test("it is given up exactly when the idle time since the last movement reaches the limit", () => {
  assert(
    property(array(boolean(), { maxLength: 60 }), (moves) => {
      const looks = everySecond(moves.length, (second) => ({
        printed: moves.slice(0, second).filter(Boolean).length,
      }));
      const first = moves.findIndex(
        (_, index) => index >= 9 && moves.slice(index - 9, index + 1).every((move) => !move),
      );
      expect(endOf(looks)).toBe(first < 0 ? undefined : first + 1);
    }),
  );
});
