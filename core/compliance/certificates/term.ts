import { dateFrom, type Calendar, type CalendarDate } from "#core/base/time/calendar.ts";
import type { Term } from "./certificate.ts";

/** How many days before its end a certificate can be renewed, where the site does not say. */
export const RENEWAL_WINDOW_DAYS = 60;

/**
 * The term of one year that begins with a date: whole days of the calendar, the end excluded (SCS-0004, regulation 1). A
 * term from 29 February ends with 28 February, because the anniversary is the day after.
 */
export function termFrom(date: CalendarDate, calendar: Calendar): Term {
  const [year, rest] = [Number(date.slice(0, 4)), date.slice(4)];
  const anniversary = rest === "-02-29" ? `${year + 1}-03-01` : `${year + 1}${rest}`;
  return { validFrom: calendar.startOf(date), validUntil: calendar.startOf(anniversary) };
}

/** A date some months later; where the month is shorter, its last day: 31 January and one month is 28 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateFrom(year, month - 1 + months, Math.min(day, lastOfMonth));
}
