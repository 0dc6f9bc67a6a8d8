import { createBoundedMemory } from "../memory/bounded-memory.ts";

/** A calendar date of the proleptic Gregorian calendar, `YYYY-MM-DD`; compares as text. */
export type CalendarDate = string;

/** The calendar of a time zone: which date an instant falls on, and when a date begins. */
export interface Calendar {
  readonly timeZone: string;
  dateOf(instant: Date): CalendarDate;
  /** The first instant of a date; where the clocks skip midnight, the instant after the gap. */
  startOf(date: CalendarDate): Date;
  /**
   * The instant of a wall-clock reading, given as milliseconds since 1970 as if it were UTC. A reading that happens twice
   * means the first time; one that is skipped means as many minutes after the gap.
   */
  instantOf(wallClockMilliseconds: number): Date;
}

const DAY_IN_MS = 86_400_000;

/** Zones have many spellings (`europe/berlin`), so those that are remembered are counted. A calendar takes some 50 KB. */
const calendars = createBoundedMemory<Calendar>({ maxEntries: 40, maxBytes: 2_000_000 }, () => 50_000);
const ANY_TIME = new Date(0);

/** The calendar of a time zone (IANA name); throws a RangeError for a name that the runtime does not know. */
export function calendarOf(timeZone: string): Calendar {
  return calendars.derive(timeZone, ANY_TIME, () => ({ value: createCalendar(timeZone) }));
}

/** The calendar of UTC. */
export const UTC_CALENDAR: Calendar = calendarOf("UTC");

function createCalendar(timeZone: string): Calendar {
  const offsetAt = timeZone === "UTC" ? () => 0 : offsetReader(timeZone);
  const dateOf = (instant: Date): CalendarDate => {
    const milliseconds = Math.min(Math.max(instant.getTime(), FIRST_WALL_CLOCK), LAST_WALL_CLOCK);
    return isoDate(milliseconds + offsetAt(milliseconds));
  };
  /** Instants that the wall clock may mean, the earlier first: at most one change of the clocks lies within a day. */
  const candidates = (wallClock: number): [number, number] => {
    const before = wallClock - offsetAt(wallClock - DAY_IN_MS);
    const after = wallClock - offsetAt(wallClock + DAY_IN_MS);
    return before < after ? [before, after] : [after, before];
  };
  return {
    timeZone,
    dateOf,
    startOf(date) {
      const midnights = candidates(Date.parse(`${date}T00:00:00Z`)).map((instant) => new Date(instant));
      return midnights.find((instant) => dateOf(instant) === date) ?? (midnights[1] as Date);
    },
    instantOf(wallClock) {
      const [earlier, later] = candidates(wallClock);
      return new Date(earlier + offsetAt(earlier) === wallClock ? earlier : later);
    },
  };
}

/** The results of a report have one time and expire on few dates: the same instants are asked for again and again. */
const MAX_KNOWN_OFFSETS = 1_000;

/** Reads the distance of a zone's wall clock from UTC, in milliseconds, at an instant; what was read is remembered. */
function offsetReader(timeZone: string): (instant: number) => number {
  const read = uncachedOffsetReader(timeZone);
  const known = new Map<number, number>();
  return (instant) => {
    const remembered = known.get(instant);
    if (remembered !== undefined) return remembered;
    const offset = read(instant);
    if (known.size >= MAX_KNOWN_OFFSETS) known.clear();
    known.set(instant, offset);
    return offset;
  };
}

function uncachedOffsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const fields: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(instant)) fields[type] = value;
    const field = (name: Intl.DateTimeFormatPartTypes): number => Number(fields[name]);
    const year = fields["era"] === "BC" ? 1 - field("year") : field("year");
    const wallClock = new Date(0);
    wallClock.setUTCFullYear(year, field("month") - 1, field("day"));
    wallClock.setUTCHours(field("hour"), field("minute"), field("second"));
    return wallClock.getTime() - Math.floor(instant / 1000) * 1000;
  };
}

const FIRST_DATE = "0000-01-01";
const LAST_DATE = "9999-12-31";
const FIRST_WALL_CLOCK = Date.parse(`${FIRST_DATE}T00:00:00Z`);
const LAST_WALL_CLOCK = Date.parse(`${LAST_DATE}T23:59:59.999Z`);

/** Dates compare as text, so they have four digits for the year: what lies beyond is the first or the last date. */
function isoDate(wallClock: number): CalendarDate {
  if (!(wallClock >= FIRST_WALL_CLOCK)) return FIRST_DATE;
  return wallClock > LAST_WALL_CLOCK ? LAST_DATE : new Date(wallClock).toISOString().slice(0, 10);
}

/** A date by year, month (January is 0) and day; months and days beyond their range carry over. */
export function dateFrom(year: number, month: number, day: number): CalendarDate {
  return isoDate(Date.UTC(year, month, day));
}

/** The date some days after another; days may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MS);
}

/** The range of dates that may be said from outside; beyond it, `isCalendarDate` is false. */
const EARLIEST_DATE = "1000-01-01";
const LATEST_DATE = "9899-12-31";

/** Whether a text is a date that exists (`2026-02-30` does not) between 1000-01-01 and 9899-12-31. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < EARLIEST_DATE || text > LATEST_DATE) return false;
  return !Number.isNaN(Date.parse(text)) && isoDate(Date.parse(text)) === text;
}
