/** The past as spans: from when to when a result held. Stored are changes only, so a quiet year is one span. */
import type { Calendar } from "#core/base/time/calendar.ts";
import { instantOf, timestampOf, type Timestamp } from "#core/base/time/timestamp.ts";
import type { ReportedResult, ResultValue } from "../standing/evaluate.ts";
import { DEFAULT_LIFETIME, expiryDate } from "#core/standards/scopes/lifetime.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

/** A value that begins, or (`null`) one that expired without a successor. */
export interface ResultChange {
  readonly testcase: string;
  /** `*`, or the version that an old report names. */
  readonly version: string;
  readonly at: Timestamp;
  readonly value: ResultValue | null;
  readonly reportUuid: string | null;
  /** When the value that ends here was last confirmed; null where there was none, or nobody noted it. */
  readonly formerCheckedAt: Timestamp | null;
}

/** A value that held from its first check to the next value or its expiry, the end excluded. */
export interface ResultSpan {
  readonly testcase: string;
  readonly version: string;
  readonly value: ResultValue;
  readonly from: Date;
  readonly to: Date;
  /** The report in which it began. */
  readonly reportUuid: string;
  /** The last check that confirmed it; undefined where nobody noted it. */
  readonly lastCheckedAt: Timestamp | undefined;
}

/**
 * The spans that changes, in the order in which they happened, tell of. What still stands ends with the expiry of its
 * newest check, by the lifetimes of `scope`.
 */
export function spansOf(
  changes: readonly ResultChange[],
  latest: readonly Pick<ReportedResult, "testcase" | "version" | "checkedAt">[],
  scope: Scope,
  calendar: Calendar,
): readonly ResultSpan[] {
  const newestChecks = new Map(latest.map((result) => [keyOf(result), result.checkedAt]));
  const open = new Map<string, ResultChange>();
  const spans: ResultSpan[] = [];
  const close = (began: ResultChange, to: Date, lastCheckedAt: Timestamp | undefined): void => {
    const { testcase, version, value, reportUuid } = began;
    const from = instantOf(began.at);
    if (value === null || reportUuid === null || from >= to) return;
    spans.push({ testcase, version, value, from, to, reportUuid, lastCheckedAt });
  };
  for (const change of changes) {
    const before = open.get(keyOf(change));
    if (before !== undefined) close(before, instantOf(change.at), change.formerCheckedAt ?? undefined);
    open.set(keyOf(change), change);
  }
  // One night has one date: asking the calendar is slow.
  const expiries = new Map<string, Date>();
  for (const [key, began] of open) {
    const checkedAt = newestChecks.get(key) ?? began.at;
    const lifetime = scope.testcases.get(began.testcase)?.lifetime ?? DEFAULT_LIFETIME;
    const known = `${lifetime} ${checkedAt}`;
    const expiry = expiries.get(known) ?? calendar.startOf(expiryDate(calendar.dateOf(instantOf(checkedAt)), lifetime));
    expiries.set(known, expiry);
    close(began, expiry, checkedAt);
  }
  return spans;
}

/**
 * The results that counted at an instant, as they would have been read then. A value that was confirmed later, too, is
 * given as checked at the instant: on which nights in between it was is not stored.
 */
export function resultsAt(spans: readonly ResultSpan[], instant: Date): readonly ReportedResult[] {
  return spans
    .filter(({ from, to }) => from <= instant && instant < to)
    .map((span) => {
      const { testcase, version, value, reportUuid } = span;
      return { testcase, version, value, reportUuid, checkedAt: checkedBy(span, instant) };
    });
}

/** The last check of a span up to an instant, as far as it is known. */
export function checkedBy({ lastCheckedAt }: ResultSpan, instant: Date): Timestamp {
  const until = timestampOf(instant);
  return lastCheckedAt === undefined || lastCheckedAt > until ? until : lastCheckedAt;
}

/** When each testcase was last confirmed to pass, whatever came after it. */
export function lastPasses(spans: readonly ResultSpan[]): ReadonlyMap<string, Timestamp> {
  const passes = new Map<string, Timestamp>();
  for (const { testcase, value, from, lastCheckedAt = timestampOf(from) } of spans) {
    if (value === 1 && lastCheckedAt > (passes.get(testcase) ?? "")) passes.set(testcase, lastCheckedAt);
  }
  return passes;
}

function keyOf({ testcase, version }: { readonly testcase: string; readonly version: string }): string {
  return `${version}\n${testcase}`;
}
