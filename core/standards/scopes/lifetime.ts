import { dateFrom, type CalendarDate } from "#core/base/time/calendar.ts";

/** How long a result counts (SCS-0004, regulations 2 and 3), by the word in the scope file. */
export const LIFETIMES = ["day", "week", "month", "quarter", "year"] as const;

/** How long a result counts. */
export type Lifetime = (typeof LIFETIMES)[number];

/** The lifetime of a testcase that names none. */
export const DEFAULT_LIFETIME: Lifetime = "week";

/**
 * The date at whose beginning a result stops to count, given the date of the check. Every period ends with the calendar
 * period *after* the one of the check, so that whoever tests once per period is never without a result.
 */
export function expiryDate(checkedOn: CalendarDate, lifetime: Lifetime): CalendarDate {
  const checked = new Date(`${checkedOn}T00:00:00Z`);
  const [year, month, day] = [checked.getUTCFullYear(), checked.getUTCMonth(), checked.getUTCDate()];
  switch (lifetime) {
    case "day":
      return dateFrom(year, month, day + 2);
    case "week": {
      const daysSinceMonday = (checked.getUTCDay() + 6) % 7;
      return dateFrom(year, month, day + 14 - daysSinceMonday);
    }
    case "month":
      return dateFrom(year, month + 2, 1);
    case "quarter":
      return dateFrom(year, month - (month % 3) + 6, 1);
    case "year":
      return dateFrom(year + 1, month + 2, 1);
  }
}
