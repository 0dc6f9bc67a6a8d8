import * as fc from "fast-check";
import { expect, test } from "vitest";

import { calendarOf, UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { instantOf, parseTimestamp, timestampOf } from "#core/base/time/timestamp.ts";

test.each([
  ["2026-11-20 01:02:03.456789", "2026-11-20T01:02:03.456789Z"],
  ["2026-11-20T01:02:03Z", "2026-11-20T01:02:03.000000Z"],
  ["2026-11-20", "2026-11-20T00:00:00.000000Z"],
  ["2026-11-20 02:02:03+02:00", "2026-11-20T00:02:03.000000Z"],
  ["2026-11-20T10:00:00.5+0530", "2026-11-20T04:30:00.500000Z"],
  ["2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43.100000Z"],
  ["2026-11-20T01:02:03.123456789Z", "2026-11-20T01:02:03.123456Z"],
  [" 2026-11-20 \n", "2026-11-20T00:00:00.000000Z"],
  ["2026-11-20t01:02:03z", "2026-11-20T01:02:03.000000Z"],
  ["2026-11-20 23:59:59Z", "2026-11-20T23:59:59.000000Z"],
  ["2026-11-20 09:30", "2026-11-20T09:30:00.000000Z"],
  ["2026-11-20 23:30:00+14:00", "2026-11-20T09:30:00.000000Z"],
  ["2026-11-20 00:30:00-00:59", "2026-11-20T01:29:00.000000Z"],
  ["2026-11-20 12:00:00+5", "2026-11-20T07:00:00.000000Z"],
  ["2026-11-20 12:00:00+5:30", "2026-11-20T06:30:00.000000Z"],
  ["2026-11-20 12:00:00+1030", "2026-11-20T01:30:00.000000Z"],
  ["1970-01-01", "1970-01-01T00:00:00.000000Z"],
])("%s is %s", (text, timestamp) => {
  expect(parseTimestamp(text, UTC_CALENDAR)).toBe(timestamp);
});

test("a time without offset is a reading of the account's wall clock", () => {
  const berlin = calendarOf("Europe/Berlin");
  expect(parseTimestamp("2026-07-01 02:00:00.000001", berlin)).toBe("2026-07-01T00:00:00.000001Z");
  expect(parseTimestamp("2026-07-01 02:00:00Z", berlin)).toBe("2026-07-01T02:00:00.000000Z");
});

test.each([
  "",
  "yesterday",
  "2026-02-30",
  "2026-11-20 24:00:00",
  "2026-11-20 25:00:00",
  "2026-11-20 10:60:00",
  "2026-11-20 10:00:00+15:00",
  "2026-11-20 10:00:00+05:60",
  "2026-11-20 10:00:00+05:61",
  "on 2026-11-20",
  "2026-11-20, at noon",
  "2026-11-20 10:61:00",
  "2026-11-20 10:00:60",
  "1969-12-31",
  "2026-11-20 10:00:00+19:00",
  "20261120T100000Z",
])("`%s` is no timestamp", (text) => {
  expect(parseTimestamp(text, UTC_CALENDAR)).toBeUndefined();
});

test("every instant survives as text", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }), (instant) => {
      const timestamp = parseTimestamp(instant.toISOString(), UTC_CALENDAR) ?? "";
      expect(instantOf(timestamp)).toEqual(instant);
    }),
  );
});

test("no text makes the parser throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T ][0-9:.+Z -]{0,20}$/)),
      (text) => {
        const timestamp = parseTimestamp(text, UTC_CALENDAR);
        if (timestamp !== undefined) expect(timestamp).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);
      },
    ),
  );
});

test("the timestamp of an instant has its milliseconds, and no microseconds", () => {
  expect(timestampOf(new Date("2026-11-20T01:02:03.456Z"))).toBe("2026-11-20T01:02:03.456000Z");
});

test("the instant of a timestamp is the millisecond below", () => {
  expect(instantOf("2026-11-20T01:02:03.456999Z").toISOString()).toBe("2026-11-20T01:02:03.456Z");
});
