import type { CalendarDate } from "#core/base/time/calendar.ts";
import type { TimelineEntry, Validity } from "./scope.ts";

/**
 * What the timeline says on a day: the entry with the greatest date that has come. Versions it does not name are
 * deprecated and neither evaluated nor shown; before the first entry nothing is.
 */
export function validitiesOn(timeline: readonly TimelineEntry[], today: CalendarDate): ReadonlyMap<string, Validity> {
  let current: TimelineEntry | undefined;
  for (const entry of timeline) {
    if (entry.date <= today && (current === undefined || entry.date > current.date)) current = entry;
  }
  return current?.versions ?? new Map();
}

/** The next date on which the timeline may say something else. */
export function nextTimelineDate(timeline: readonly TimelineEntry[], today: CalendarDate): CalendarDate | undefined {
  return timeline
    .map((entry) => entry.date)
    .filter((date) => date > today)
    .sort()[0];
}
