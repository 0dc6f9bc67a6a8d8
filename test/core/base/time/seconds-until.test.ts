import { expect, test } from "vitest";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

const NOW = new Date("2026-11-20T12:00:00Z");

test.each([
  [undefined, 60],
  [61_000, 60],
  [60_000, 60],
  [59_999, 59],
  [1_000, 1],
  [999, 0],
  [0, 0],
  [-5_000, 0],
])("a change in %s ms is %d whole seconds away, of 60 at most", (milliseconds, seconds) => {
  const change = milliseconds === undefined ? undefined : new Date(NOW.getTime() + milliseconds);
  expect(secondsUntil(change, NOW, 60)).toBe(seconds);
});
