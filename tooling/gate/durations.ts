/** The part of vitest's JSON report that says how long each test took. */
interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number | null }[];
  }[];
}

/** A limit leaves room for a machine that is this many times slower. */
const ROOM = 10;

/**
 * The tests of a run that took more than a tenth of the limit, slowest first: the next slower machine would fail them. No
 * failure, because the machine of this run may be that slower one.
 */
export function tightTests(report: TestReport, limitMs: number): string[] {
  return report.testResults
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({ test: `${name}: ${fullName}`, duration: duration ?? 0 })),
    )
    .filter(({ duration }) => duration * ROOM > limitMs)
    .toSorted((a, b) => b.duration - a.duration)
    .map(({ test, duration }) => `${test} (${(duration / 1000).toFixed(0)} s)`);
}
