import * as fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, calendarOf, dateFrom, isCalendarDate, UTC_CALENDAR } from "#core/base/time/calendar.ts";

const BERLIN = calendarOf("Europe/Berlin");

test.each([
  ["Europe/Berlin", "2026-11-20T22:59:59.999Z", "2026-11-20"],
  ["Europe/Berlin", "2026-11-20T23:00:00Z", "2026-11-21"],
  ["UTC", "2026-11-20T23:59:59.999Z", "2026-11-20"],
  ["Pacific/Kiritimati", "2026-11-20T10:00:00Z", "2026-11-21"],
  ["America/Los_Angeles", "2028-03-01T07:59:59Z", "2028-02-29"],
])("in %s the instant %s is on %s", (zone, instant, date) => {
  expect(calendarOf(zone).dateOf(new Date(instant))).toBe(date);
});

test.each([
  ["Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00.000Z"],
  ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"], // the day after summer time began
  ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z"], // the day it ends
  ["Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00.000Z"],
  ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00.000Z"], // midnight is skipped: the date begins at 01:00
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"], // a day that was left out begins when the next one does
  ["UTC", "2028-02-29", "2028-02-29T00:00:00.000Z"],
])("in %s %s begins at %s", (zone, date, instant) => {
  expect(calendarOf(zone).startOf(date).toISOString()).toBe(instant);
});

test.each(["UTC", "Europe/Berlin", "Asia/Beirut", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham"])(
  "in %s every date begins at the first instant that lies on it",
  (zone) => {
    const calendar = calendarOf(zone);
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }),
        (instant) => {
          const date = calendar.dateOf(instant);
          const start = calendar.startOf(date);
          expect(start.getTime()).toBeLessThanOrEqual(instant.getTime());
          expect(calendar.dateOf(start)).toBe(date);
          expect(calendar.dateOf(new Date(start.getTime() - 1)) < date).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test("a wall clock reading that happens twice is the first, one that is skipped lies after the gap", () => {
  const reading = (text: string) => BERLIN.instantOf(Date.parse(text)).toISOString();
  expect(reading("2026-10-25T02:30:00Z")).toBe("2026-10-25T00:30:00.000Z");
  expect(reading("2026-03-29T02:30:00Z")).toBe("2026-03-29T01:30:00.000Z");
  expect(reading("2026-11-20T01:02:03Z")).toBe("2026-11-20T00:02:03.000Z");
});

test("the calendar of a zone is made once", () => {
  expect(calendarOf("Europe/Berlin")).toBe(BERLIN);
});

test("the same instants have the same dates after a thousand others were asked for", () => {
  const hours = Array.from({ length: 2_500 }, (_, hour) => new Date(Date.UTC(2026, 0, 1, hour)));
  const dates = hours.map((hour) => BERLIN.dateOf(hour));
  expect(hours.map((hour) => BERLIN.dateOf(hour))).toEqual(dates);
  expect(dates.at(-1)).toBe("2026-04-15");
});

test("an instant between two seconds before 1970 lies on the date that it lies on", () => {
  expect(BERLIN.dateOf(new Date("1969-12-31T22:59:59.500Z"))).toBe("1969-12-31");
  expect(BERLIN.startOf("1969-06-01").toISOString()).toBe("1969-05-31T23:00:00.000Z");
});

test("years before the year 1 are counted down from it", () => {
  const reading = Date.parse("-000043-03-15T12:00:00Z");
  expect(calendarOf("Etc/GMT-1").instantOf(reading).toISOString()).toBe("-000043-03-15T11:00:00.000Z");
});

test("a time zone that does not exist is a RangeError", () => {
  expect(() => calendarOf("Europe/Atlantis")).toThrow(RangeError);
});

test("only dates that exist are calendar dates", () => {
  const candidates = [
    "2026-02-28",
    "2028-02-29",
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "",
    "2026-11-20T00:00Z",
    "on 2026-11-20",
  ];
  expect(candidates.filter(isCalendarDate)).toEqual(["2026-02-28", "2028-02-29"]);
});

test("before the year 1000 dates still have four digits", () => {
  expect(UTC_CALENDAR.dateOf(new Date("0033-04-03T00:00:00Z"))).toBe("0033-04-03");
});

test.each(["1000-01-01", "9899-12-31", "2000-02-29"])("%s is a date from outside", (date) => {
  expect(isCalendarDate(date)).toBe(true);
});

test.each(["1900-02-29", "2026-11-31", "2026-00-10", "2026-11-00", " 2026-11-20", "2026-11-200"])(
  "`%s` is no date",
  (text) => expect(isCalendarDate(text)).toBe(false),
);

test("days are added and taken across months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(addDays("2026-11-20", 0)).toBe("2026-11-20");
  expect(addDays("2026-03-28", 365)).toBe("2027-03-28");
});

test("the first and the last date with four digits are dates, what lies beyond stays there", () => {
  expect(addDays("0000-01-02", -1)).toBe("0000-01-01");
  expect(addDays("0000-01-01", -1)).toBe("0000-01-01");
  expect(addDays("9999-12-30", 1)).toBe("9999-12-31");
  expect(dateFrom(2026, 0, 0)).toBe("2025-12-31");
  expect(dateFrom(Number.NaN, 0, 1)).toBe("0000-01-01");
  expect(UTC_CALENDAR.dateOf(new Date("-000001-12-31T23:59:59.999Z"))).toBe("0000-01-01");
  expect(UTC_CALENDAR.dateOf(new Date("9999-12-31T23:59:59.999Z"))).toBe("9999-12-31");
});

test("a reading a minute before and after a change of the clocks is the instant that the zone had then", () => {
  const reading = (text: string) => BERLIN.instantOf(Date.parse(text)).toISOString();
  expect(reading("2026-03-29T01:59:59Z")).toBe("2026-03-29T00:59:59.000Z");
  expect(reading("2026-03-29T03:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
  expect(reading("2026-10-25T01:59:59Z")).toBe("2026-10-24T23:59:59.000Z");
  expect(reading("2026-10-25T03:00:00Z")).toBe("2026-10-25T02:00:00.000Z");
});

test("a calendar says its zone", () => {
  expect(BERLIN.timeZone).toBe("Europe/Berlin");
  expect(UTC_CALENDAR.timeZone).toBe("UTC");
});
