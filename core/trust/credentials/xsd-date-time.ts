/** The dateTimeStamp of XML Schema as credentials use it: RFC 3339 with a mandatory zone (VC Data Model 2.0 §4.9). */
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";
import type { Instant } from "#core/base/time/instant.ts";
import { instantOf, parseTimestamp } from "#core/base/time/timestamp.ts";

const DATE_TIME_STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** The instant that a text names; undefined for anything that is not a dateTimeStamp of an existing date in the range of `Instant`. */
export function parseDateTime(value: unknown): Instant | undefined {
  if (typeof value !== "string" || !DATE_TIME_STAMP.test(value)) return undefined;
  const timestamp = parseTimestamp(value, UTC_CALENDAR);
  return timestamp === undefined ? undefined : instantOf(timestamp);
}

/** Whether a value is a dateTimeStamp. */
export function isDateTime(value: unknown): value is string {
  return parseDateTime(value) !== undefined;
}

/** An instant to the second, as credentials write it. */
export function formatDateTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
