/** How much of the time a cloud complied, and until when it last did so beyond doubt. */
import { MAIN_TARGET } from "#core/standards/scopes/scope.ts";
import type { Outcome } from "../standing/evaluate.ts";
import { excuses, type HistoryAnnotation } from "./history-annotation.ts";
import type { HistoryRow, HistoryStep, Period } from "./history-rows.ts";

/** A period in which the best version in force came to the same; no outcome where none was in force. */
export interface ComplianceStep extends Period {
  readonly outcome: Outcome | undefined;
  /** The best version; the newest among equals. */
  readonly version: string | undefined;
}

/** Shares of the observed time, from 0 to 1. */
export interface Compliance {
  /** Begins with the first result, or with the period where results are older. */
  readonly observed: Period;
  /** All tests of a version in force passed, or gave no verdict after they had been reported. */
  readonly share: number;
  /** The same without time that was lost to defects of tests or to procedure. */
  readonly shareExcused: number;
  /** The last period in which every test of a version in force passed. */
  readonly lastPass: Period | undefined;
}

/** A pass is better than a pass with tests without verdict, this better than missing results, these better than a failure. */
const RANKS: readonly Outcome[] = [1, 0, null, -1];

/** What the best version in force came to over time. */
export function complianceSteps(rows: readonly HistoryRow[], period: Period): readonly ComplianceStep[] {
  const main = rows.filter(({ target }) => target === MAIN_TARGET);
  const instants = main.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from.getTime(), to.getTime()]));
  const bounds = [...new Set([period.from.getTime(), ...instants, period.to.getTime()])].sort((a, b) => a - b);
  const pointers = main.map(() => 0);
  const found: ComplianceStep[] = [];
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1];
    if (to === undefined) break;
    const inForce = main.flatMap(({ version, steps }, row) => {
      while ((steps[pointers[row] ?? 0]?.to.getTime() ?? Number.POSITIVE_INFINITY) <= from) {
        pointers[row] = (pointers[row] ?? 0) + 1;
      }
      const step = steps[pointers[row] ?? 0];
      return step !== undefined && isInForce(step) && step.from.getTime() <= from ? [{ version, step }] : [];
    });
    const best = inForce.toSorted((a, b) => RANKS.indexOf(a.step.outcome) - RANKS.indexOf(b.step.outcome))[0];
    append(found, { from: new Date(from), to: new Date(to), outcome: best?.step.outcome, version: best?.version });
  }
  return found;
}

/** The shares of a period that began, for the cloud, with `firstResult`; undefined where nothing was observed. */
export function complianceOf(
  steps: readonly ComplianceStep[],
  firstResult: Date | undefined,
  annotations: readonly HistoryAnnotation[],
): Compliance | undefined {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || firstResult === undefined || firstResult >= last.to)
    return undefined;
  const observed = { from: firstResult > first.from ? firstResult : first.from, to: last.to };
  const within = steps.map((step) => ({ ...step, ...intersect(step, observed) })).filter(({ from, to }) => from < to);
  const good = within.filter(({ outcome }) => outcome === 1 || outcome === 0);
  const lost = within.filter((step) => !good.includes(step));
  const total = lengthOf([observed]);
  const excused = lengthOf(lost.flatMap((step) => overlaps(step, annotations.filter(excuses))));
  const share = lengthOf(good) / total;
  return {
    observed,
    share,
    shareExcused: total === excused ? share : lengthOf(good) / (total - excused),
    lastPass: within.findLast(({ outcome }) => outcome === 1),
  };
}

function isInForce({ validity }: HistoryStep): boolean {
  return validity === "effective" || validity === "warn";
}

function append(steps: ComplianceStep[], step: ComplianceStep): void {
  const last = steps.at(-1);
  if (last !== undefined && last.outcome === step.outcome && last.version === step.version) {
    steps[steps.length - 1] = { ...last, to: step.to };
  } else steps.push(step);
}

/** The parts of a period that annotations cover, each instant once. */
function overlaps(period: Period, annotations: readonly HistoryAnnotation[]): readonly Period[] {
  const parts: Period[] = [];
  let covered = period.from;
  for (const annotation of annotations.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const part = intersect(
      { from: annotation.from > covered ? annotation.from : covered, to: annotation.to ?? period.to },
      period,
    );
    if (part.from >= part.to) continue;
    parts.push(part);
    covered = part.to;
  }
  return parts;
}

function intersect(a: Period, b: Period): Period {
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
}

/** Milliseconds. */
function lengthOf(periods: readonly Period[]): number {
  return periods.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);
}
