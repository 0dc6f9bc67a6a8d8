import { formatDate, formatInstant } from "./format-date.ts";

/** A calendar date (`2023-06-14`) written out. */
export function DateText({ date }: { date: string }) {
  return <time datetime={date}>{formatDate(date)}</time>;
}

/** A point in time, written in the given zone; a text that names none is shown as it is. */
export function InstantText({ instant, timeZone }: { instant: Date | string; timeZone: string }) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return <>{instant}</>;
  return <time datetime={date.toISOString()}>{formatInstant(date, timeZone)}</time>;
}
