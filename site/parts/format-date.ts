/** Dates as people write them. Pure: the zone is an argument, the words are ours and do not depend on the host. */
import { ENGLISH_MONTHS } from "#core/base/time/month-names.ts";

/** `2023-06-14` → `14 June 2023`; what is not an ISO calendar date comes back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = ENGLISH_MONTHS[Number(match?.[2]) - 1];
  return match === null || month === undefined ? date : `${Number(match[3])} ${month} ${match[1]}`;
}

/** An instant in a zone (IANA name): `14 June 2023, 17:05 CEST`; zones of other continents by their offset. */
export function formatInstant(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((entry) => entry.type === type)?.value ?? "";
  const date = formatDate(`${part("year")}-${part("month")}-${part("day")}`);
  return `${date}, ${part("hour")}:${part("minute")} ${part("timeZoneName")}`;
}
