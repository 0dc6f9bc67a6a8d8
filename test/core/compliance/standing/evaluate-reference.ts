/**
 * The evaluation once more, slow and obvious, written from the text of SCS-0003 and SCS-0004 and of the monitor's rules:
 * tries day after day and version after version, shares nothing with the product but its types.
 */
import type { Outcome, ReportedResult } from "#core/compliance/standing/evaluate.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

const DAY_IN_MS = 86_400_000;

export interface ReferenceEvaluation {
  readonly relevant: string[];
  readonly result: Outcome;
  readonly passed: string[];
  readonly passedText: string;
  readonly bestPassed: number | undefined;
  readonly validity: string;
  readonly buckets: { missing: string[]; aborted: string[]; failed: string[]; passed: string[] };
}

/** Everything in UTC. */
export function referenceEvaluation(
  scope: Scope,
  reported: readonly ReportedResult[],
  now: Date,
  includeDrafts: boolean,
) {
  const validities = validityTable(scope, now);
  const outcomeOf = (id: string): Outcome => newestLive(scope, reported, id, now);
  const evaluation = {
    relevant: [] as string[],
    result: null as Outcome,
    passed: [] as string[],
    marked: [] as string[],
    bestPassed: undefined as number | undefined,
    validity: "deprecated",
  };
  const seen = new Set<string>();
  for (const version of scope.versions) {
    const validity = validities[version.name];
    if (validity === undefined) continue;
    if (validity === "draft" && !includeDrafts) continue;
    evaluation.relevant.push(version.name);
    for (const module of version.modules) for (const ids of module.targets.values()) for (const id of ids) seen.add(id);
    const demanded = version.modules.flatMap((module) => module.targets.get("main") ?? []);
    const outcomes = demanded.map(outcomeOf);
    let result: Outcome = 1;
    if (outcomes.some((outcome) => outcome === 0)) result = 0;
    if (outcomes.some((outcome) => outcome === null)) result = null;
    if (outcomes.some((outcome) => outcome === -1)) result = -1;
    evaluation.result = result;
    if (result === -1) continue;
    evaluation.passed.push(version.name);
    evaluation.marked.push(version.name + { effective: "", draft: "*", warn: "†", deprecated: "††" }[validity]);
    if (validity === "draft") continue;
    evaluation.bestPassed = version.index;
    evaluation.validity = validity;
    break;
  }
  const { marked, ...facts } = evaluation;
  const important = (id: string) =>
    scope.versions.some(
      (version) =>
        version.stabilizedAt !== undefined &&
        version.modules.some((module) => module.targets.get("main")?.includes(id)),
    );
  const ids = [...seen].sort();
  const ordered = [...ids.filter((id) => important(id)), ...ids.filter((id) => !important(id))];
  const bucket = (outcome: Outcome) => ordered.filter((id) => outcomeOf(id) === outcome);
  return {
    ...facts,
    passedText: marked.join(", "),
    buckets: { missing: bucket(null), aborted: bucket(0), failed: bucket(-1), passed: bucket(1) },
  } satisfies ReferenceEvaluation;
}

function validityTable(scope: Scope, now: Date): Record<string, "draft" | "effective" | "warn" | "deprecated"> {
  // Walk back in time, day by day, until an entry of that day is found.
  for (let day = new Date(now); day.getTime() > Date.parse("2019-01-01"); day = new Date(day.getTime() - DAY_IN_MS)) {
    const entry = scope.timeline.find(({ date }) => date === day.toISOString().slice(0, 10));
    if (entry !== undefined) return Object.fromEntries(entry.versions);
  }
  return {};
}

function newestLive(scope: Scope, reported: readonly ReportedResult[], id: string, now: Date): Outcome {
  const lifetime = scope.testcases.get(id)?.lifetime ?? "week";
  const live = reported.filter((result) => result.testcase === id && !hasExpired(result.checkedAt, lifetime, now));
  live.sort((a, b) => {
    if (a.checkedAt !== b.checkedAt) return a.checkedAt < b.checkedAt ? -1 : 1;
    return a.version < b.version ? -1 : 1;
  });
  return live.at(-1)?.value ?? null;
}

/** A result of a period counts to the end of the next one: the period after next has begun when it is over. */
function hasExpired(checkedAt: string, lifetime: string, now: Date): boolean {
  let changes = 0;
  let previous = periodOf(checkedAt.slice(0, 10), lifetime);
  for (let day = Date.parse(checkedAt.slice(0, 10)); day <= now.getTime(); day += DAY_IN_MS) {
    const period = periodOf(new Date(day).toISOString().slice(0, 10), lifetime);
    if (period !== previous) changes += 1;
    previous = period;
  }
  return lifetime === "year" ? changes >= 14 : changes >= 2;
}

function periodOf(date: string, lifetime: string): string {
  const month = Number(date.slice(5, 7));
  if (lifetime === "day") return date;
  if (lifetime === "week") return String(Math.floor((Date.parse(date) / DAY_IN_MS + 3) / 7));
  if (lifetime === "quarter") return `${date.slice(0, 4)} ${Math.ceil(month / 3)}`;
  return date.slice(0, 7); // a year is counted in months: a full year, then to the end of the next month
}
