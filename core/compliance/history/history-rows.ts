/** How every version and target stood over time, as step functions. Work grows with changes, never with nights. */
import type { Calendar } from "#core/base/time/calendar.ts";
import { combineOutcomes, type Outcome } from "../standing/evaluate.ts";
import { testcaseSteps, type TestcaseStep } from "./history-testcase.ts";
import type { ResultSpan } from "./history-spans.ts";
import type { Scope, Validity } from "#core/standards/scopes/scope.ts";
import { nextTimelineDate, validitiesOn } from "#core/standards/scopes/timeline.ts";

/** From an instant to another, the end excluded. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** A scope as it was published from an instant on. */
export interface ScopeEra {
  readonly from: Date;
  readonly scope: Scope;
}

/** A period in which a target of a version came to the same. */
export interface HistoryStep extends Period {
  readonly outcome: Outcome;
  readonly validity: Validity;
  /** Testcases that the outcome was due to when the step began; empty for a pass. */
  readonly deciding: readonly string[];
}

/** A target of a version over time; nothing is said where the timeline did not name the version. */
export interface HistoryRow {
  readonly version: string;
  readonly target: string;
  readonly steps: readonly HistoryStep[];
}

/** Testcases named per step at most; the rest is in the results. */
const MAX_DECIDING = 5;

/** The rows of a period, in the order of the newest scope file; `eras` in order, the first one counts for all before it. */
export function historyRows(
  eras: readonly ScopeEra[],
  spans: readonly ResultSpan[],
  period: Period,
  calendar: Calendar,
): readonly HistoryRow[] {
  const steps = testcaseSteps(spans);
  const rows = new Map<string, HistoryRow & { readonly steps: HistoryStep[] }>();
  for (const { scope } of eras.toReversed()) {
    for (const { name: version, targets } of scope.versions) {
      for (const target of targets.keys()) {
        const key = `${version}\n${target}`;
        if (!rows.has(key)) rows.set(key, { version, target, steps: [] });
      }
    }
  }
  for (const regime of regimesOf(eras, period, calendar)) {
    for (const version of regime.scope.versions) {
      const validity = regime.validities.get(version.name);
      if (validity === undefined) continue;
      for (const [target, testcases] of version.targets) {
        const into = rows.get(`${version.name}\n${target}`)?.steps ?? [];
        for (const step of targetSteps(testcases, steps, regime)) append(into, { ...step, validity });
      }
    }
  }
  return [...rows.values()].filter((row) => row.steps.length > 0);
}

/** A period in which neither scope nor timeline changed. */
interface Regime extends Period {
  readonly scope: Scope;
  readonly validities: ReadonlyMap<string, Validity>;
}

function regimesOf(eras: readonly ScopeEra[], period: Period, calendar: Calendar): readonly Regime[] {
  return eras.flatMap(({ from, scope }, index) => {
    const begin = index === 0 ? period.from : later(from, period.from);
    const end = earlierOf(eras[index + 1]?.from ?? period.to, period.to);
    const regimes: Regime[] = [];
    for (let at = begin; at < end;) {
      const today = calendar.dateOf(at);
      const next = nextTimelineDate(scope.timeline, today);
      const to = next === undefined ? end : earlierOf(calendar.startOf(next), end);
      regimes.push({ from: at, to, scope, validities: validitiesOn(scope.timeline, today) });
      // A loop over time always advances, whatever a calendar says.
      at = to > at ? to : end;
    }
    return regimes;
  });
}

/** The outcome of a list of testcases over a period: one sweep over their changes, with a count per value. */
function targetSteps(
  testcases: readonly string[],
  steps: ReadonlyMap<string, readonly TestcaseStep[]>,
  { from, to }: Period,
): readonly Omit<HistoryStep, "validity">[] {
  const outcomes = new Map<string, Outcome>(testcases.map((id) => [id, null]));
  const changes = testcases.flatMap((id) =>
    (steps.get(id) ?? []).filter(({ at }) => at < to).map((step) => ({ id, ...step })),
  );
  changes.sort((a, b) => a.at.getTime() - b.at.getTime());
  const counts = new Map<Outcome, number>([[null, testcases.length]]);
  const found: Omit<HistoryStep, "validity">[] = [];
  const note = (at: Date): void => {
    const present = [...counts].flatMap(([outcome, count]) => (count > 0 ? [outcome] : []));
    const outcome = combineOutcomes(present);
    const last = found.at(-1);
    if (last?.outcome === outcome) return;
    if (last !== undefined) found[found.length - 1] = { ...last, to: at };
    const deciding = outcome === 1 ? [] : testcases.filter((id) => outcomes.get(id) === outcome);
    found.push({ from: at, to, outcome, deciding: deciding.slice(0, MAX_DECIDING) });
  };
  let isNoted = false;
  for (const [index, { id, at, outcome }] of changes.entries()) {
    if (!isNoted && at > from) {
      note(from);
      isNoted = true;
    }
    counts.set(outcomes.get(id) ?? null, (counts.get(outcomes.get(id) ?? null) ?? 0) - 1);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    outcomes.set(id, outcome);
    const isLastOfInstant = changes[index + 1]?.at.getTime() !== at.getTime();
    if (isNoted && isLastOfInstant) note(at);
  }
  if (!isNoted) note(from);
  return found;
}

/** Appends a step, or lengthens the last one where nothing changed between two regimes. */
function append(steps: HistoryStep[], step: HistoryStep): void {
  const last = steps.at(-1);
  const continues =
    last !== undefined &&
    last.to.getTime() === step.from.getTime() &&
    last.outcome === step.outcome &&
    last.validity === step.validity;
  if (continues) steps[steps.length - 1] = { ...last, to: step.to };
  else steps.push(step);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b;
}
