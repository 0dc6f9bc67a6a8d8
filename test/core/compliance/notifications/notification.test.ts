import { expect, test } from "vitest";

import { describeNotification, nextAttemptAt } from "#core/compliance/notifications/notification.ts";

const NOW = new Date("2026-11-20T00:00:00Z");
const BASE = { number: 1, subject: "regio-a", scopeUuid: "x", at: "2026-11-20T00:00:00.000000Z" };

test.each([
  ["failure", ["a"], "Test case a failed on regio-a"],
  ["failure", ["a", "b"], "2 test cases failed on regio-a"],
  ["expiry", ["a"], "Test case a of regio-a expired without a new result"],
] as const)("%s of %j in words", (kind, testcases, text) => {
  expect(describeNotification({ ...BASE, kind, testcases })).toBe(text);
});

test("every attempt waits longer than the one before, and the eighth is the last", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => (nextAttemptAt(attempts, NOW)?.getTime() ?? 0) - NOW.getTime());
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(nextAttemptAt(8, NOW)).toBeUndefined();
});
