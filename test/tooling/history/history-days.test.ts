import { expect, test } from "vitest";

import { calendarOf } from "#core/base/time/calendar.ts";

import { daysOf } from "../../../tooling/history/history-days.ts";

const BERLIN = calendarOf("Europe/Berlin");

function days(...instants: readonly string[]): string[] {
  const log = instants.map((instant, index) => ({ commit: `c${index}`, committedAt: new Date(instant) }));
  return daysOf(log, BERLIN).map(({ date, commit }) => `${date} ${commit}`);
}

test("the last commit of a day is its state", () => {
  expect(days("2024-03-01T08:00:00Z", "2024-03-01T15:00:00Z", "2024-03-04T09:00:00Z")).toEqual([
    "2024-03-01 c1",
    "2024-03-04 c2",
  ]);
});

test("a day ends at midnight of the site, not of UTC", () => {
  expect(days("2024-03-01T22:59:00Z", "2024-03-01T23:00:00Z")).toEqual(["2024-03-01 c0", "2024-03-02 c1"]);
});

test("a commit whose clock was slow counts to the day of the one before it, and instants only grow", () => {
  expect(days("2024-03-05T10:00:00Z", "2024-03-01T10:00:00Z", "2024-03-05T10:00:00Z")).toEqual(["2024-03-05 c2"]);
  const log = ["2024-03-05T10:00:00Z", "2024-01-01T10:00:00Z", "2024-03-06T10:00:00Z"].map((instant, index) => ({
    commit: `c${index}`,
    committedAt: new Date(instant),
  }));
  const instants = daysOf(log, BERLIN).map(({ at }) => at.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
});
