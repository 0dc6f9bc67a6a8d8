import { expect, test } from "vitest";

import { expiryDate, LIFETIMES } from "#core/standards/scopes/lifetime.ts";

// The worked dates of the compliance monitor: checked, then expiry of day, week, month, quarter, year.
test.each([
  ["2026-08-24", "2026-08-26", "2026-09-07", "2026-10-01", "2027-01-01", "2027-10-01"],
  ["2026-08-26", "2026-08-28", "2026-09-07", "2026-10-01", "2027-01-01", "2027-10-01"],
  ["2026-08-30", "2026-09-01", "2026-09-07", "2026-10-01", "2027-01-01", "2027-10-01"],
  ["2026-01-31", "2026-02-02", "2026-02-09", "2026-03-01", "2026-07-01", "2027-03-01"],
  ["2026-11-05", "2026-11-07", "2026-11-16", "2027-01-01", "2027-04-01", "2028-01-01"],
  ["2026-12-31", "2027-01-02", "2027-01-11", "2027-02-01", "2027-04-01", "2028-02-01"],
  ["2024-02-29", "2024-03-02", "2024-03-11", "2024-04-01", "2024-07-01", "2025-04-01"],
])("a result of %s expires on %s, %s, %s, %s, %s", (checkedOn, ...expected) => {
  expect(LIFETIMES.map((lifetime) => expiryDate(checkedOn, lifetime))).toEqual(expected);
});
