/** Random scopes, timelines, results and dates, and the property that the evaluation has on them. */
import * as fc from "fast-check";
import { expect } from "vitest";

import { evaluateScope, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { LIFETIMES } from "#core/standards/scopes/lifetime.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { referenceEvaluation } from "./evaluate-reference.ts";
import { scopeOf } from "../../standards/scopes/scope-samples.ts";

const testcaseIds = ["a", "b", "c", "d", "e"];
/** An instant between two dates. */
export const dateWithin = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });
const members = fc.uniqueArray(fc.constantFrom(...testcaseIds), { maxLength: 4 });

/** A random scope as YAML (JSON is YAML), by way of the loader, so that both evaluations read the same file. */
export const scopes = fc
  .record({
    lifetimes: fc.array(fc.constantFrom(...LIFETIMES), { minLength: 5, maxLength: 5 }),
    modules: fc.array(fc.record({ main: members, recommended: members }), { minLength: 1, maxLength: 4 }),
    versions: fc.array(
      fc.record({ include: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }), isStable: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
    timeline: fc.uniqueArray(
      fc.record({
        date: dateWithin("2024-06-01", "2026-12-31").map((date) => date.toISOString().slice(0, 10)),
        validities: fc.array(fc.constantFrom("draft", "effective", "warn", "deprecated", undefined), {
          minLength: 4,
          maxLength: 4,
        }),
      }),
      { maxLength: 4, selector: ({ date }) => date },
    ),
  })
  .map(({ lifetimes, modules, versions, timeline }) =>
    scopeOf(
      JSON.stringify({
        name: "Random",
        uuid: "11111111-2222-4333-8444-555555555555",
        scripts: [{ testcases: testcaseIds.map((id, index) => ({ id, lifetime: lifetimes[index] })) }],
        modules: modules.map((targets, index) => ({ id: `m${index}`, targets })),
        versions: versions.map(({ include, isStable }, index) => ({
          version: `v${9 - index}`,
          ...(isStable ? { stabilized_at: "2024-01-01" } : {}),
          include: include.map((module) => `m${module % modules.length}`),
        })),
        timeline: timeline.map(({ date, validities }) => ({
          date,
          versions: Object.fromEntries(
            versions.flatMap((_version, index) =>
              validities[index] === undefined ? [] : [[`v${9 - index}`, validities[index]]],
            ),
          ),
        })),
      }),
    ),
  );

/** Results, of testcases that the scope does not know too. */
export const reports = fc.array(
  fc.record({
    testcase: fc.constantFrom(...testcaseIds, "unknown"),
    version: fc.constantFrom("*", "v8", "v9"),
    value: fc.constantFrom<ResultValue>(1, 1, 0, -1),
    checkedAt: dateWithin("2025-01-01", "2026-12-31").map((date) => `${date.toISOString().slice(0, 23)}000Z`),
    reportUuid: fc.constant("99999999-2222-4333-8444-555555555555"),
  }),
  { maxLength: 14 },
);

/** Compares the evaluation with the reference on so many random cases. */
export function expectReference(runs: number): void {
  const instants = dateWithin("2025-06-01", "2026-12-31");
  fc.assert(
    fc.property(scopes, reports, instants, fc.boolean(), (scope, results, now, drafts) => {
      const outcome = evaluateScope(scope, results, { now, calendar: UTC_CALENDAR, includeDrafts: drafts });
      const { relevant, result: value, passed, passedText, bestPassed, validity, buckets } = outcome;
      expect({ relevant, result: value, passed, passedText, bestPassed, validity, buckets }).toEqual(
        referenceEvaluation(scope, results, now, drafts),
      );
    }),
    { numRuns: runs },
  );
}
