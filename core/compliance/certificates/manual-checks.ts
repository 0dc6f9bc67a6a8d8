/** Checks that no program can make: once per quarter, by a person, with evidence (SCS-0004, regulations 3 and 8). */
import type { Scope } from "#core/standards/scopes/scope.ts";
import { addDays, dateFrom, type Calendar, type CalendarDate } from "#core/base/time/calendar.ts";
import type { Certificate } from "./certificate.ts";
import { takenUntil } from "./read-log.ts";

/** Where a manual check stands. */
export interface ManualCheck {
  readonly testcase: string;
  readonly state: "passed" | "failed" | "due" | "overdue";
  /** The last time that it was made; undefined before the first. */
  readonly checkedAt: Date | undefined;
  readonly reviewer: string | undefined;
  /** How often it failed since it last passed; two times are the most that regulation 8 allows. */
  readonly failuresInARow: number;
  /** It must be made again before the end of this date. */
  readonly dueOn: CalendarDate;
  /** The instant from which on it is overdue: the end of `dueOn`. */
  readonly overdueAt: Date;
}

/** A check counts as due this many days ahead, so that nobody is surprised. */
const NOTICE_DAYS = 14;

/** The testcases of a version that a person checks, in every target: the clause does not tell them apart. */
export function manualTestcases(scope: Scope, versionName: string): readonly string[] {
  const version = scope.versions.find(({ name }) => name === versionName);
  const ids = new Set([...(version?.targets.values() ?? [])].flat());
  return [...ids].filter((id) => scope.testcases.get(id)?.isManual === true);
}

/**
 * Where the manual checks of a certificate stand at an instant. What is handed in with the application counts for the
 * quarter in which the certificate is granted; each check is due again by the end of the following quarter.
 */
export function manualChecksAt(
  { events }: Pick<Certificate, "events">,
  testcases: readonly string[],
  instant: Date,
  calendar: Calendar,
): readonly ManualCheck[] {
  const past = takenUntil(events, instant);
  const grant = past.findLast((event) => event.kind === "granted");
  if (grant === undefined) return [];
  return testcases.map((testcase) => {
    const made = past.filter((event) => event.kind === "checked").filter((event) => event.testcase === testcase);
    const last = made.at(-1);
    const failuresInARow = made.length - 1 - made.findLastIndex(({ outcome }) => outcome === "passed");
    const repeatOn = last?.outcome === "failed" ? last.repeatOn : undefined;
    const dueOn = repeatOn ?? endOfNextQuarter(calendar.dateOf((last ?? grant).at));
    const overdueAt = calendar.startOf(addDays(dueOn, 1));
    const facts = { testcase, checkedAt: last?.at, reviewer: last?.by, failuresInARow, dueOn, overdueAt };
    if (instant >= overdueAt) return { ...facts, state: "overdue" };
    if (last?.outcome === "failed") return { ...facts, state: "failed" };
    return { ...facts, state: instant >= noticeAt(dueOn, calendar) ? "due" : "passed" };
  });
}

/** The earliest instant after `instant` at which one of the checks changes its state by itself. */
export function nextManualChange(checks: readonly ManualCheck[], instant: Date, calendar: Calendar): Date | undefined {
  const instants = checks
    .flatMap(({ state, dueOn, overdueAt }) =>
      state === "passed" ? [noticeAt(dueOn, calendar), overdueAt] : [overdueAt],
    )
    .filter((candidate) => candidate > instant);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants.map((candidate) => candidate.getTime())));
}

/** The last date of the quarter after the one of a date. */
export function endOfNextQuarter(date: CalendarDate): CalendarDate {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const firstOfQuarter = month - 1 - ((month - 1) % 3);
  return dateFrom(year, firstOfQuarter + 6, 0);
}

function noticeAt(dueOn: CalendarDate, calendar: Calendar): Date {
  return calendar.startOf(addDays(dueOn, 1 - NOTICE_DAYS));
}
