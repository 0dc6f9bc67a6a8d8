/** Is a subject certified? Pure: the same scope, results and instant always give the same answer. */
import type { Calendar } from "#core/base/time/calendar.ts";
import { instantOf, type Timestamp } from "#core/base/time/timestamp.ts";
import { expiryDate, type Lifetime } from "#core/standards/scopes/lifetime.ts";
import { MAIN_TARGET, type Scope, type ScopeVersion, type Validity } from "#core/standards/scopes/scope.ts";
import { nextTimelineDate, validitiesOn } from "#core/standards/scopes/timeline.ts";

/** What a check said: PASS 1, ABORT 0 (no verdict), FAIL -1. */
export type ResultValue = 1 | 0 | -1;

/** The outcome of a testcase, target or version; null means that a result is MISSING. */
export type Outcome = ResultValue | null;

/** A result as it was reported. */
export interface ReportedResult {
  readonly testcase: string;
  /** The version that an old report names; `*` in reports of today, which serve every version. */
  readonly version: string;
  readonly value: ResultValue;
  readonly checkedAt: Timestamp;
  readonly reportUuid: string;
}

/** A result that counts until `expiresAt` (exclusive). */
export interface LiveResult extends ReportedResult {
  readonly expiresAt: Date;
}

/** What a target of a version comes to. */
export interface TargetEvaluation {
  readonly testcases: readonly string[];
  readonly result: Outcome;
}

/** What a version comes to. */
export interface VersionEvaluation {
  readonly version: ScopeVersion;
  readonly validity: Validity;
  /** The outcome of target `main`. */
  readonly result: Outcome;
  readonly targets: ReadonlyMap<string, TargetEvaluation>;
}

/** Testcases of the relevant versions by outcome; the ones demanded by more versions first. */
export interface Buckets {
  readonly missing: readonly string[];
  readonly aborted: readonly string[];
  readonly failed: readonly string[];
  readonly passed: readonly string[];
}

/** What a subject comes to in a scope at an instant. */
export interface ScopeEvaluation {
  /** Every version that the timeline names today, in file order: newest first. */
  readonly versions: readonly VersionEvaluation[];
  /** Versions that were looked at until one was not failed. */
  readonly relevant: readonly string[];
  /** The outcome of the last relevant version. */
  readonly result: Outcome;
  /** Relevant versions that are not failed; with missing results too. */
  readonly passed: readonly string[];
  /** `passed` for people, with the marks of `VALIDITY_MARKS`. */
  readonly passedText: string;
  readonly buckets: Buckets;
  /** Index in the file of the version that was not failed; undefined when all are. */
  readonly bestPassed: number | undefined;
  /** Validity of that version, else `deprecated`. */
  readonly validity: Validity;
  /** Results that count now, by testcase. */
  readonly results: ReadonlyMap<string, LiveResult>;
  /** The earliest instant at which anything above may change without a new report; undefined if never. */
  readonly nextChange: Date | undefined;
}

/** What follows a version in `passedText`. */
export const VALIDITY_MARKS: Readonly<Record<Validity, string>> = {
  effective: "",
  draft: "*",
  warn: "†",
  deprecated: "††",
};

/** When and how to look. */
export interface EvaluationOptions {
  readonly now: Date;
  /** Dates of the timeline and of expiry begin at midnight of this calendar. */
  readonly calendar: Calendar;
  /** Whether draft versions count as relevant (default: false). */
  readonly includeDrafts?: boolean;
}

/** Evaluates the results of one subject in one scope (SCS-0003, SCS-0004). */
export function evaluateScope(
  scope: Scope,
  reported: Iterable<ReportedResult>,
  { now, calendar, includeDrafts = false }: EvaluationOptions,
): ScopeEvaluation {
  const today = calendar.dateOf(now);
  const validities = validitiesOn(scope.timeline, today);
  const results = liveResults(scope, reported, now, calendar);
  const versions = scope.versions.flatMap((version) => {
    const validity = validities.get(version.name);
    return validity === undefined ? [] : [evaluateVersion(version, validity, results)];
  });
  const nextDate = nextTimelineDate(scope.timeline, today);
  const instants = [...results.values()].map((live) => live.expiresAt.getTime());
  if (nextDate !== undefined) instants.push(calendar.startOf(nextDate).getTime());
  return {
    versions,
    ...conclude(scope, versions, results, includeDrafts),
    results,
    nextChange: instants.length === 0 ? undefined : new Date(Math.min(...instants)),
  };
}

/** The same evaluation with drafts among the versions that are looked at. */
export function withDrafts(scope: Scope, evaluation: ScopeEvaluation): ScopeEvaluation {
  const { versions, results } = evaluation;
  if (!versions.some(({ validity }) => validity === "draft")) return evaluation;
  return { ...evaluation, ...conclude(scope, versions, results, true) };
}

/** What follows from the versions and the results that count. */
function conclude(
  scope: Scope,
  versions: readonly VersionEvaluation[],
  results: ReadonlyMap<string, LiveResult>,
  includeDrafts: boolean,
): Omit<ScopeEvaluation, "versions" | "results" | "nextChange"> {
  const { relevant, result, passed, winner } = walkVersions(versions, includeDrafts);
  return {
    relevant: relevant.map(({ version }) => version.name),
    result,
    passed: passed.map(({ version }) => version.name),
    passedText: passed.map(({ version, validity }) => version.name + VALIDITY_MARKS[validity]).join(", "),
    buckets: sortIntoBuckets(scope, relevant, results),
    bestPassed: winner?.version.index,
    validity: winner?.validity ?? "deprecated",
  };
}

/** The outcome of a list of testcases: a failure decides, then a missing result, then an abort. */
export function combineOutcomes(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes(-1)) return -1;
  if (outcomes.includes(null)) return null;
  return outcomes.includes(0) ? 0 : 1;
}

/** The newest result of every known testcase that has not expired; at a tie the greater version name, so `*` loses. */
function liveResults(
  scope: Scope,
  reported: Iterable<ReportedResult>,
  now: Date,
  calendar: Calendar,
): ReadonlyMap<string, LiveResult> {
  const live = new Map<string, LiveResult>();
  const expiries: Expiries = new Map();
  for (const result of reported) {
    const testcase = scope.testcases.get(result.testcase);
    if (testcase === undefined) continue;
    const rival = live.get(result.testcase);
    if (rival !== undefined && !isNewer(result, rival)) continue;
    const expiresAt = expiryOf(result.checkedAt, testcase.lifetime, calendar, expiries);
    if (now < expiresAt) live.set(result.testcase, liveResult(result, expiresAt));
  }
  return live;
}

/** Written out member by member: copying by spread would be half of the time of an evaluation. */
function liveResult({ testcase, version, value, checkedAt, reportUuid }: ReportedResult, expiresAt: Date): LiveResult {
  return { testcase, version, value, checkedAt, reportUuid, expiresAt };
}

/** Expiry by time of check and lifetime. */
type Expiries = Map<Timestamp, Map<Lifetime, Date>>;

/** The results of one report were checked at one time: what they share is worked out once. */
function expiryOf(checkedAt: Timestamp, lifetime: Lifetime, calendar: Calendar, known: Expiries): Date {
  const ofTime = known.get(checkedAt) ?? new Map<Lifetime, Date>();
  known.set(checkedAt, ofTime);
  const expiresAt =
    ofTime.get(lifetime) ?? calendar.startOf(expiryDate(calendar.dateOf(instantOf(checkedAt)), lifetime));
  ofTime.set(lifetime, expiresAt);
  return expiresAt;
}

function isNewer(a: ReportedResult, b: ReportedResult): boolean {
  return a.checkedAt === b.checkedAt ? a.version > b.version : a.checkedAt > b.checkedAt;
}

function evaluateVersion(
  version: ScopeVersion,
  validity: Validity,
  results: ReadonlyMap<string, LiveResult>,
): VersionEvaluation {
  const targets = new Map<string, TargetEvaluation>();
  for (const [target, testcases] of version.targets) {
    const result = outcomeOf(testcases, results);
    targets.set(target, { testcases, result });
  }
  return { version, validity, result: targets.get(MAIN_TARGET)?.result ?? null, targets };
}

/** `combineOutcomes` of the results of testcases, without a list between: badges are evaluated by the thousand. */
function outcomeOf(testcases: readonly string[], results: ReadonlyMap<string, LiveResult>): Outcome {
  let [isMissing, isAborted] = [false, false];
  for (const id of testcases) {
    const value = results.get(id)?.value;
    if (value === -1) return -1;
    if (value === undefined) isMissing = true;
    else if (value === 0) isAborted = true;
  }
  if (isMissing) return null;
  return isAborted ? 0 : 1;
}

/** From the newest version down to the first that is not failed; drafts never end the walk. */
function walkVersions(versions: readonly VersionEvaluation[], includeDrafts: boolean) {
  const relevant: VersionEvaluation[] = [];
  const passed: VersionEvaluation[] = [];
  for (const evaluated of versions) {
    if (evaluated.validity === "draft" && !includeDrafts) continue;
    relevant.push(evaluated);
    if (evaluated.result === -1) continue;
    passed.push(evaluated);
    if (evaluated.validity !== "draft") return { relevant, passed, result: evaluated.result, winner: evaluated };
  }
  return { relevant, passed, result: relevant.at(-1)?.result ?? null, winner: undefined };
}

function sortIntoBuckets(
  scope: Scope,
  relevant: readonly VersionEvaluation[],
  results: ReadonlyMap<string, LiveResult>,
): Buckets {
  const missing: string[] = [];
  const byValue = { "0": [] as string[], "-1": [] as string[], "1": [] as string[] };
  for (const id of sortedTestcases(scope, relevant)) {
    const value = results.get(id)?.value;
    (value === undefined ? missing : byValue[value]).push(id);
  }
  return { missing, aborted: byValue[0], failed: byValue[-1], passed: byValue[1] };
}

/** The order depends on the scope alone, which thousands of evaluations share. */
const sortedIds = new WeakMap<Scope, Map<string, readonly string[]>>();

function sortedTestcases(scope: Scope, relevant: readonly VersionEvaluation[]): readonly string[] {
  const orders = sortedIds.get(scope) ?? new Map<string, readonly string[]>();
  sortedIds.set(scope, orders);
  const key = relevant.map(({ version }) => version.index).join();
  const known = orders.get(key);
  if (known !== undefined) return known;
  const ids = new Set(relevant.flatMap(({ targets }) => [...targets.values()].flatMap(({ testcases }) => testcases)));
  const rank = (id: string): number => ((scope.testcases.get(id)?.attention ?? 0) > 0 ? 0 : 1);
  const sorted = [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  orders.set(key, sorted);
  return sorted;
}
