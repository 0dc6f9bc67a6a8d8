/** The past as it would be told by somebody who kept every report: the slow truth that the history is held against. */
import type { ReportedResult, ResultValue } from "#core/compliance/standing/evaluate.ts";
import type { ResultChange } from "#core/compliance/history/history-spans.ts";
import { expiryDate } from "#core/standards/scopes/lifetime.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { instantOf, timestampOf } from "#core/base/time/timestamp.ts";

/** What one night said. */
export interface Night {
  readonly at: Date;
  readonly version: string;
  readonly values: Readonly<Record<string, ResultValue>>;
}

const REPORT = "99999999-2222-4333-8444-555555555555";

/** The newest results of all nights up to an instant. */
export function latestOf(nights: readonly Night[], instant: Date): readonly ReportedResult[] {
  const latest = new Map<string, ReportedResult>();
  for (const { at, version, values } of nights.filter((night) => night.at <= instant)) {
    for (const [testcase, value] of Object.entries(values)) {
      latest.set(`${version} ${testcase}`, {
        testcase,
        version,
        value,
        checkedAt: timestampOf(at),
        reportUuid: REPORT,
      });
    }
  }
  return [...latest.values()];
}

/** What the store keeps of the nights: changes, and expiries that were noticed when the next result came. */
export function changesOf(nights: readonly Night[], scope: Scope): readonly ResultChange[] {
  const latest = new Map<string, { readonly value: ResultValue; readonly at: Date }>();
  const changes: ResultChange[] = [];
  for (const { at, version, values } of nights) {
    for (const [testcase, value] of Object.entries(values)) {
      const before = latest.get(`${version} ${testcase}`);
      latest.set(`${version} ${testcase}`, { value, at });
      const formerCheckedAt = before === undefined ? null : timestampOf(before.at);
      const expiresAt = before === undefined ? undefined : expiryOf(scope, testcase, before.at);
      const isLapsed = expiresAt !== undefined && expiresAt <= at;
      if (isLapsed) {
        changes.push({ testcase, version, at: timestampOf(expiresAt), value: null, reportUuid: null, formerCheckedAt });
      }
      if (before === undefined || before.value !== value || isLapsed) {
        changes.push({ testcase, version, at: timestampOf(at), value, reportUuid: REPORT, formerCheckedAt });
      }
    }
  }
  return changes.toSorted((a, b) => instantOf(a.at).getTime() - instantOf(b.at).getTime());
}

function expiryOf(scope: Scope, testcase: string, at: Date): Date {
  const lifetime = scope.testcases.get(testcase)?.lifetime ?? "week";
  return UTC_CALENDAR.startOf(expiryDate(UTC_CALENDAR.dateOf(at), lifetime));
}
