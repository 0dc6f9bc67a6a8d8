import type { Timestamp } from "#core/base/time/timestamp.ts";
import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";
import type { ReportedResult, ScopeEvaluation } from "../standing/evaluate.ts";
import type { Report } from "./report.ts";

/** Why a result of a report changes nothing. */
export type IgnoredReason = "unknown-scope" | "unknown-testcase" | "older-than-known";

/** A result that was kept as evidence but changes nothing. */
export interface IgnoredResult {
  readonly testcase: string;
  readonly version: string;
  readonly reason: IgnoredReason;
}

/** What became of one report. */
export interface ReportReceipt {
  readonly uuid: string;
  readonly subject: string;
  readonly checkedAt: Timestamp;
  readonly scope: { readonly uuid: string; readonly name?: string };
  /** Results that count now, by value. */
  readonly accepted: { readonly passed: number; readonly aborted: number; readonly failed: number };
  readonly ignored: readonly IgnoredResult[];
  /** Where the subject stands after it; absent for a scope that is not published here. */
  readonly standing?: ReportStanding;
}

/** Where a subject stands in a scope. */
export interface ReportStanding {
  /** Versions that are not failed, as the tables show them. */
  readonly passed: string;
  readonly result: 1 | 0 | -1 | null;
  /** Demanded by the newest version in force, without a result that counts. */
  readonly missing: readonly string[];
  /** Results that expire within a week, soonest first. */
  readonly due: readonly { readonly testcase: string; readonly expiresAt: string }[];
}

const DUE_WITHIN_MS = 7 * 86_400_000;

/** The receipt of a report, given the scope as published and the newest results after it was stored. */
export function makeReceipt(
  report: Report,
  known: { readonly scope: Scope; readonly evaluation: ScopeEvaluation } | undefined,
  latest: readonly ReportedResult[],
  now: Date,
): ReportReceipt {
  const newest = new Map(latest.map((result) => [`${result.version} ${result.testcase}`, result.reportUuid]));
  const accepted = { passed: 0, aborted: 0, failed: 0 };
  const ignored: IgnoredResult[] = [];
  for (const { testcase, version, value } of report.values) {
    const reason = reasonToIgnore(testcase, known?.scope, newest.get(`${version} ${testcase}`) === report.uuid);
    if (reason !== undefined) ignored.push({ testcase, version, reason });
    else if (value === 1) accepted.passed += 1;
    else if (value === 0) accepted.aborted += 1;
    else accepted.failed += 1;
  }
  const { uuid, subject, checkedAt, scopeUuid } = report;
  const scope = { uuid: scopeUuid, ...(known === undefined ? {} : { name: known.scope.name }) };
  const standing = known === undefined ? {} : { standing: standingOf(known.evaluation, now) };
  return { uuid, subject, checkedAt, scope, accepted, ignored, ...standing };
}

/** Where a subject stands: what it passes, what is missing, what expires soon. */
export function standingOf(evaluation: ScopeEvaluation, now: Date): ReportStanding {
  const { versions, results, passedText, result } = evaluation;
  const inForce = versions.find(({ validity }) => validity !== "draft");
  const demanded = inForce?.targets.get(MAIN_TARGET)?.testcases ?? [];
  const due = demanded
    .flatMap((id) => results.get(id) ?? [])
    .filter(({ expiresAt }) => expiresAt.getTime() - now.getTime() <= DUE_WITHIN_MS)
    .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
    .map(({ testcase, expiresAt }) => ({ testcase, expiresAt: expiresAt.toISOString() }));
  return { passed: passedText, result, missing: demanded.filter((id) => !results.has(id)), due };
}

function reasonToIgnore(testcase: string, scope: Scope | undefined, isNewest: boolean): IgnoredReason | undefined {
  if (scope === undefined) return "unknown-scope";
  if (!scope.testcases.has(testcase)) return "unknown-testcase";
  return isNewest ? undefined : "older-than-known";
}
