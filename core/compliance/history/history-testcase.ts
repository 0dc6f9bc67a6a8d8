import { instantOf } from "#core/base/time/timestamp.ts";
import type { Outcome } from "../standing/evaluate.ts";
import { checkedBy, type ResultSpan } from "./history-spans.ts";

/** From this instant on a testcase comes to `outcome`. */
export interface TestcaseStep {
  readonly at: Date;
  readonly outcome: Outcome;
}

/** What every testcase came to over time; before its first step a result is missing. */
export function testcaseSteps(spans: readonly ResultSpan[]): ReadonlyMap<string, readonly TestcaseStep[]> {
  const byTestcase = Map.groupBy(spans, ({ testcase }) => testcase);
  return new Map([...byTestcase].map(([testcase, own]) => [testcase, stepsOf(own)]));
}

function stepsOf(spans: readonly ResultSpan[]): readonly TestcaseStep[] {
  const isSimple = spans.every(({ version }) => version === spans[0]?.version);
  const steps: TestcaseStep[] = [];
  const add = (at: Date, outcome: Outcome): void => {
    if ((steps.at(-1)?.outcome ?? null) !== outcome) steps.push({ at, outcome });
  };
  if (isSimple) {
    for (const [index, { from, to, value }] of spans.entries()) {
      add(from, value);
      if (spans[index + 1]?.from.getTime() !== to.getTime()) add(to, null);
    }
    return steps;
  }
  // Old reports name versions: of several results the one that was checked last counts, as in `evaluateScope`.
  const instants = spans.flatMap(({ from, to, lastCheckedAt }) => [
    from.getTime(),
    to.getTime(),
    // Up to its last check a result is as new as any other; from the next millisecond on it is older.
    ...(lastCheckedAt === undefined
      ? []
      : [instantOf(lastCheckedAt).getTime(), instantOf(lastCheckedAt).getTime() + 1]),
  ]);
  for (const instant of [...new Set(instants)].sort((a, b) => a - b)) {
    const at = new Date(instant);
    add(at, newest(spans, at)?.value ?? null);
  }
  return steps;
}

function newest(spans: readonly ResultSpan[], instant: Date): ResultSpan | undefined {
  let best: ResultSpan | undefined;
  for (const span of spans) {
    if (span.from > instant || instant >= span.to) continue;
    if (best === undefined || isNewer(span, best, instant)) best = span;
  }
  return best;
}

function isNewer(a: ResultSpan, b: ResultSpan, instant: Date): boolean {
  const [checkedA, checkedB] = [checkedBy(a, instant), checkedBy(b, instant)];
  return checkedA === checkedB ? a.version > b.version : checkedA > checkedB;
}
