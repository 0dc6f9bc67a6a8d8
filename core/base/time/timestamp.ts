import type { Calendar } from "./calendar.ts";
import { toInstant, type Instant } from "./instant.ts";

/**
 * An instant in UTC with microseconds, `2026-11-20T01:02:03.456789Z`: compares as text, and keeps what a JavaScript Date
 * would cut off.
 */
export type Timestamp = string;

// The timestamps of YAML 1.1, which include those of ISO 8601 and RFC 3339.
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?[ \t]*(Z|z|[+-]\d{1,2}(?::?\d{2})?)?)?$/;

/**
 * Reads a date or timestamp as YAML and ISO 8601 write them. An offset is respected; without one the text is a reading of
 * the wall clock in `calendar`'s zone. Undefined for anything else, for dates and times that do not exist, and for instants
 * outside the range of `Instant`, also where only the offset leads there.
 */
export function parseTimestamp(text: string, calendar: Calendar): Timestamp | undefined {
  const match = TIMESTAMP.exec(text.trim());
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction = "", zone] = match;
  // What is missing is no text, and that is the number 0.
  const wallClock = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  const date = new Date(wallClock);
  // An hour that does not exist leads to another day.
  const exists = date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day && +minute < 60;
  if (!exists || +second > 59) return undefined;
  const offset = zone === undefined ? undefined : offsetMilliseconds(zone);
  if (Number.isNaN(offset)) return undefined;
  const instant = toInstant(offset === undefined ? calendar.instantOf(wallClock) : wallClock - offset);
  if (instant === undefined) return undefined;
  return `${instant.toISOString().slice(0, 19)}.${fraction.padEnd(6, "0").slice(0, 6)}Z`;
}

/** The instant of a timestamp, to the millisecond below. */
export function instantOf(timestamp: Timestamp): Instant {
  // Only `parseTimestamp` and `timestampOf` make timestamps, so it is in range.
  return toInstant(Date.parse(`${timestamp.slice(0, 23)}Z`)) ?? EPOCH;
}

const EPOCH = toInstant(0) as Instant;

/** The timestamp of an instant; its microseconds are zero. */
export function timestampOf(instant: Date): Timestamp {
  return `${instant.toISOString().slice(0, 23)}000Z`;
}

function offsetMilliseconds(zone: string): number {
  if (zone === "Z" || zone === "z") return 0;
  const [hours = "", minutes = ""] = zone.slice(1).includes(":")
    ? zone.slice(1).split(":")
    : [zone.slice(1, 3), zone.slice(3)];
  if (+hours > 14 || +minutes > 59) return Number.NaN;
  return (zone.startsWith("-") ? -1 : 1) * (+hours * 60 + +minutes) * 60_000;
}
