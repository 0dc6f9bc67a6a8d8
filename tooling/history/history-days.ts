import type { Calendar } from "#core/base/time/calendar.ts";

/** A commit on the main line, as it is told by git. */
export interface LogEntry {
  readonly commit: string;
  readonly committedAt: Date;
}

/** The state of a day: its last commit. */
export interface HistoryDay {
  /** ISO calendar date. */
  readonly date: string;
  readonly commit: string;
  /** From when on the state counts; later than that of the day before. */
  readonly at: Date;
}

/**
 * The last commit of each day, oldest first. Commits come in the order of the main line, oldest first; clocks of people go
 * wrong, so a commit that claims to be older than the one before it counts to that one's day.
 */
export function daysOf(log: readonly LogEntry[], calendar: Calendar): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const { commit, committedAt } of log) {
    const last = days.at(-1);
    const at = last === undefined || committedAt > last.at ? committedAt : new Date(last.at.getTime() + 1);
    const date = calendar.dateOf(at);
    if (last?.date === date) days[days.length - 1] = { date, commit, at };
    else days.push({ date, commit, at });
  }
  return days;
}
