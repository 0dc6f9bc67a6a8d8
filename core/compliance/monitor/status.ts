/** `GET /status` in the shape of the compliance monitor: member names and values are its clients' contract. */
import type { Outcome, ScopeEvaluation } from "../standing/evaluate.ts";
import type { Scope, Validity } from "#core/standards/scopes/scope.ts";

/** A scope of a subject as the monitor tells it. */
export interface MonitorScopeStatus {
  readonly name: string;
  readonly testcases: Readonly<Record<string, MonitorTestcase>>;
  readonly results: Readonly<Record<string, { result: number; checked_at: string; report: string }>>;
  /** Testcases by outcome: `null`, `0`, `-1`, `1`. */
  readonly buckets: Readonly<Record<"null" | "0" | "-1" | "1", readonly string[]>>;
  readonly versions: Readonly<Record<string, MonitorVersion>>;
  readonly relevant: readonly string[];
  readonly result: Outcome;
  readonly passed: readonly string[];
  readonly passed_str: string;
  readonly best_passed: number | null;
  readonly validity: Validity;
}

interface MonitorTestcase {
  readonly id: string;
  readonly description: string;
  readonly url?: string;
  readonly lifetime: string;
  readonly attn: number;
}

interface MonitorVersion {
  readonly _idx: number;
  readonly result: Outcome;
  readonly targets: Readonly<Record<string, { testcases: readonly string[]; result: Outcome }>>;
  readonly tc_target: Readonly<Record<string, string>>;
  readonly validity: Validity;
}

/** The status of a subject in a scope; times are UTC without offset, as the monitor writes them. */
export function monitorStatus(scope: Scope, evaluation: ScopeEvaluation): MonitorScopeStatus {
  const { buckets, bestPassed, results, versions } = evaluation;
  return {
    name: scope.name,
    testcases: Object.fromEntries(
      [...scope.testcases.values()].map(({ id, description, url, lifetime, attention }) => [
        id,
        { id, description, ...(url === undefined ? {} : { url }), lifetime, attn: attention },
      ]),
    ),
    results: Object.fromEntries(
      [...results].map(([id, { value, checkedAt, reportUuid }]) => [
        id,
        { result: value, checked_at: checkedAt.slice(0, -1), report: reportUuid },
      ]),
    ),
    buckets: { null: buckets.missing, "0": buckets.aborted, "-1": buckets.failed, "1": buckets.passed },
    versions: Object.fromEntries(
      versions.map(({ version, validity, result, targets }) => [
        version.name,
        {
          _idx: version.index,
          result,
          targets: Object.fromEntries(targets),
          tc_target: Object.fromEntries(version.targetOfTestcase),
          validity,
        },
      ]),
    ),
    relevant: evaluation.relevant,
    result: evaluation.result,
    passed: evaluation.passed,
    passed_str: evaluation.passedText,
    best_passed: bestPassed ?? null,
    validity: evaluation.validity,
  };
}
