import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, calendarOf, dateFrom, isCalendarDate } from "#core/base/time/calendar.ts";
import { EARLIEST_INSTANT, LATEST_INSTANT, toInstant } from "#core/base/time/instant.ts";
import { instantOf, parseTimestamp } from "#core/base/time/timestamp.ts";

const ZONES = ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu"];
/** Milliseconds of every Date that JavaScript has. */
const anyMilliseconds = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
const FOUR_DIGITS = /^\d{4}-\d{2}-\d{2}$/;

describe("an instant from outside", () => {
  test.each([Number.NaN, Infinity, -1, Date.parse(LATEST_INSTANT) + 1, 8_640_000_000_000_000])(
    "is none: %d",
    (value) => {
      expect(toInstant(value)).toBeUndefined();
      expect(toInstant(new Date(value))).toBeUndefined();
    },
  );

  test.each([EARLIEST_INSTANT, "2026-02-28T23:59:59.999Z", LATEST_INSTANT])("is one: %s", (text) => {
    expect(toInstant(Date.parse(text))?.toISOString()).toBe(text);
  });

  test("is on a date with four digits in every zone, also a lifetime and a term later", () => {
    fc.assert(
      fc.property(anyMilliseconds, fc.constantFrom(...ZONES), (milliseconds, zone) => {
        const instant = toInstant(milliseconds);
        if (instant === undefined) return;
        const date = calendarOf(zone).dateOf(instant);
        expect(date).toMatch(FOUR_DIGITS);
        expect(addDays(date, 36_525) > date).toBe(true);
      }),
    );
  });
});

/** Zones have crossed the date line and lived a day twice. */
const TWO_DAYS_IN_MS = 172_800_000;

test("the date of any Date has four digits and never lies before that of one two days earlier", () => {
  fc.assert(
    fc.property(anyMilliseconds, anyMilliseconds, fc.constantFrom(...ZONES), (one, other, zone) => {
      const calendar = calendarOf(zone);
      const dateOf = (instant: Date): string => calendar.dateOf(instant);
      const first = dateOf(new Date(Math.min(one, other)));
      const second = dateOf(new Date(Math.min(Math.max(one, other) + TWO_DAYS_IN_MS, 8_640_000_000_000_000)));
      expect(first).toMatch(FOUR_DIGITS);
      expect(first <= second).toBe(true);
    }),
  );
});

test.each(["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "10000-01-01T00:00:00Z", "1970-01-01T00:00:00+02:00"])(
  "the timestamp %s lies outside the range",
  (text) => expect(parseTimestamp(text, calendarOf("Europe/Berlin"))).toBeUndefined(),
);

test("a timestamp with any date and any offset is refused or an instant in range that reads the same again", () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"));
  const text = fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      two(13),
      two(32),
      two(24),
      two(60),
      fc.constantFrom("+", "-"),
      two(15),
      two(60),
    )
    .map(([year, month, day, hour, minute, sign, zoneHour, zoneMinute]) => {
      return `${String(year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}:00${sign}${zoneHour}:${zoneMinute}`;
    });
  fc.assert(
    fc.property(text, fc.constantFrom(...ZONES), (written, zone) => {
      const timestamp = parseTimestamp(written, calendarOf(zone));
      if (timestamp === undefined) return;
      expect(toInstant(instantOf(timestamp))).toEqual(instantOf(timestamp));
      expect(parseTimestamp(timestamp, calendarOf(zone))).toBe(timestamp);
    }),
    { numRuns: 1000 },
  );
});

test.each(["0999-12-31", "9900-01-01", "9999-12-31", "2026-02-30", "+10000-01-01"])(
  "%s is no date from outside",
  (text) => {
    expect(isCalendarDate(text)).toBe(false);
  },
);

test("dates beyond the calendar's end stay at its end", () => {
  expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
  expect(dateFrom(12_000, 0, 1)).toBe("9999-12-31");
  expect(dateFrom(2027, 13, 31)).toBe("2028-03-02");
});
