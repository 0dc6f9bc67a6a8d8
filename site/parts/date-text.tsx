import { formatDate, formatInstant } from "./format-date.ts";

/** A calendar date (`2023-06-14`) written out. */
export function DateText({ date }: { date: string }) {
  return <time datetime={date}>{formatDate(date)}</time>;
}

/** A point in time, written in the given zone. */
export function InstantText({ instant, timeZone }: { instant: Date; timeZone: string }) {
  return <time datetime={instant.toISOString()}>{formatInstant(instant, timeZone)}</time>;
}
