/** A step function on a calendar: what a chart of months shows of every day is the worst that the day had. */
import type { Calendar, CalendarDate } from "#core/base/time/calendar.ts";
import type { Outcome } from "../standing/evaluate.ts";
import type { HistoryStep } from "./history-rows.ts";
import type { Validity } from "#core/standards/scopes/scope.ts";

/** Days in a row that look the same; days count from the first one of the chart. */
export interface DayRun {
  readonly firstDay: number;
  /** Excluded. */
  readonly endDay: number;
  readonly outcome: Outcome;
  readonly validity: Validity;
  /** The steps that it shows, the oldest first. */
  readonly steps: readonly HistoryStep[];
}

/** The worse comes last. */
const RANKS: readonly Outcome[] = [1, 0, null, -1];
const DAY_IN_MS = 86_400_000;

/** How many days a date lies after another one. */
export function daysBetween(first: CalendarDate, date: CalendarDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_IN_MS);
}

/** The days that a period touches, from `first` on; the end is excluded. */
export function daysOf(
  { from, to }: { readonly from: Date; readonly to: Date },
  first: CalendarDate,
  calendar: Calendar,
): { readonly firstDay: number; readonly endDay: number } {
  const firstDay = Math.max(0, daysBetween(first, calendar.dateOf(from)));
  return { firstDay, endDay: daysBetween(first, calendar.dateOf(new Date(to.getTime() - 1))) + 1 };
}

/** The runs of a row of steps; at most one per day, however many steps there are. */
export function dayRuns(steps: readonly HistoryStep[], first: CalendarDate, calendar: Calendar): readonly DayRun[] {
  const days: (HistoryStep | undefined)[] = [];
  for (const step of steps) {
    const { firstDay, endDay } = daysOf(step, first, calendar);
    for (let day = firstDay; day < endDay; day++) {
      const known = days[day];
      if (known === undefined || RANKS.indexOf(step.outcome) > RANKS.indexOf(known.outcome)) days[day] = step;
    }
  }
  const runs: DayRun[] = [];
  for (const [day, step] of days.entries()) {
    if (step === undefined) continue;
    const last = runs.at(-1);
    const continues = last?.endDay === day && last.outcome === step.outcome && last.validity === step.validity;
    if (last === undefined || !continues) {
      runs.push({ firstDay: day, endDay: day + 1, outcome: step.outcome, validity: step.validity, steps: [step] });
    } else {
      const more = last.steps.at(-1) === step ? last.steps : [...last.steps, step];
      runs[runs.length - 1] = { ...last, endDay: day + 1, steps: more };
    }
  }
  return runs;
}
