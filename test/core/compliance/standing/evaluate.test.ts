import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { evaluateScope, type ReportedResult, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { calendarOf, UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { dateWithin, expectReference, reports, scopes } from "./evaluate-arbitraries.ts";
import { scopeOf } from "../../standards/scopes/scope-samples.ts";

const SCOPE = scopeOf();
const NOW = new Date("2026-08-26T12:00:00Z"); // a Wednesday; v2 effective, v1 warn, v3 draft
const REPORT = "99999999-2222-4333-8444-555555555555";

function result(
  testcase: string,
  value: ResultValue,
  checkedAt = "2026-08-26T01:00:00.000000Z",
  version = "*",
): ReportedResult {
  return { testcase, version, value, checkedAt, reportUuid: REPORT };
}

function evaluate(results: readonly ReportedResult[], now = NOW, includeDrafts = false) {
  return evaluateScope(SCOPE, results, { now, calendar: UTC_CALENDAR, includeDrafts });
}

describe("a version", () => {
  test("that passes everything is the best, and older ones are not looked at", () => {
    const outcome = evaluate([result("flavor-names", 1), result("image-names", 1)]);
    expect(outcome).toMatchObject({
      relevant: ["v2"],
      result: 1,
      passed: ["v2"],
      passedText: "v2",
      bestPassed: 1,
      validity: "effective",
    });
  });

  test("with a failure is passed over for the next older one, marked as about to retire", () => {
    const outcome = evaluate([result("flavor-names", 1), result("image-names", -1)]);
    expect(outcome).toMatchObject({
      relevant: ["v2", "v1"],
      result: 1,
      passed: ["v1"],
      passedText: "v1†",
      bestPassed: 2,
      validity: "warn",
    });
  });

  test("with a missing result is not failed and not passed: the result is unknown", () => {
    const outcome = evaluate([result("flavor-names", 1)]);
    expect(outcome).toMatchObject({ relevant: ["v2"], result: null, passed: ["v2"], bestPassed: 1 });
  });

  test("with an abort counts as passed with a reservation", () => {
    expect(evaluate([result("flavor-names", 1), result("image-names", 0)])).toMatchObject({
      result: 0,
      passedText: "v2",
    });
  });

  test("that is a draft is shown only on demand and never ends the walk", () => {
    const results = [result("flavor-names", 1), result("image-names", 1)];
    expect(evaluate(results, NOW, true)).toMatchObject({
      relevant: ["v3", "v2"],
      passedText: "v3*, v2",
      bestPassed: 1,
    });
  });
});

test("when every version fails, nothing is passed", () => {
  const outcome = evaluate([result("flavor-names", -1), result("image-names", 1)]);
  expect(outcome).toMatchObject({
    relevant: ["v2", "v1"],
    result: -1,
    passed: [],
    bestPassed: undefined,
    validity: "deprecated",
  });
});

test("before the first timeline entry nothing is evaluated", () => {
  expect(evaluate([result("flavor-names", 1)], new Date("2024-12-31T23:59:59Z"))).toMatchObject({
    versions: [],
    relevant: [],
    result: null,
  });
});

test("testcases are sorted into buckets, the demanded ones first", () => {
  const outcome = evaluate([result("flavor-names", 1), result("contract", -1), result("unheard-of", -1)], NOW, true);
  expect(outcome.buckets).toEqual({
    missing: ["image-names", "entropy"],
    aborted: [],
    failed: ["contract"],
    passed: ["flavor-names"],
  });
});

test("the newest result decides, at the same instant the one for a named version", () => {
  const older = result("flavor-names", 1, "2026-08-25T01:00:00.000000Z");
  const newer = result("flavor-names", -1, "2026-08-25T01:00:00.000001Z");
  expect(evaluate([newer, older]).results.get("flavor-names")?.value).toBe(-1);
  const named = result("flavor-names", 0, newer.checkedAt, "v2");
  expect(evaluate([named, newer, older]).results.get("flavor-names")?.value).toBe(0);
});

test("an expired failure is a missing result", () => {
  const stale = result("flavor-names", -1, "2026-08-10T01:00:00.000000Z");
  expect(evaluate([stale])).toMatchObject({ result: null, relevant: ["v2"] });
});

describe("the next change", () => {
  test("is the earliest expiry of a result that counts", () => {
    const outcome = evaluate([result("flavor-names", 1), result("image-names", 1)]);
    expect(outcome.nextChange).toEqual(new Date("2026-08-28T00:00:00Z"));
  });

  test("is a timeline date when that comes first", () => {
    const now = new Date("2025-12-31T10:00:00Z");
    const outcome = evaluate([result("flavor-names", 1, "2025-12-30T01:00:00.000000Z")], now);
    expect(outcome.nextChange).toEqual(new Date("2026-01-01T00:00:00Z"));
  });

  test("is undefined when only a report can change the answer", () => {
    expect(evaluate([]).nextChange).toBeUndefined();
  });

  test("lies at midnight of the community, also across a change of the clocks", () => {
    const calendar = calendarOf("Europe/Berlin");
    const now = new Date("2026-10-24T12:00:00Z");
    const checked = result("image-names", 1, "2026-10-24T01:00:00.000000Z"); // lives two days, one of them has 25 hours
    const { nextChange } = evaluateScope(SCOPE, [checked], { now, calendar });
    expect(nextChange).toEqual(new Date("2026-10-25T23:00:00Z"));
  });
});

/** Runs of the gate; `npm run test:slow` takes ten thousand. */
const RUNS = 1_000;

test("the evaluation equals a slow, obvious reference on random scopes, timelines, results and dates", () => {
  expectReference(RUNS);
});

test("until the next change the answer stays the same", () => {
  fc.assert(
    fc.property(scopes, reports, dateWithin("2025-06-01", "2026-12-31"), (scope, results, now) => {
      const outcome = evaluateScope(scope, results, { now, calendar: UTC_CALENDAR });
      const last = new Date((outcome.nextChange?.getTime() ?? now.getTime() + 4e10) - 1);
      expect(last.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(evaluateScope(scope, results, { now: last, calendar: UTC_CALENDAR })).toEqual(outcome);
    }),
    { numRuns: RUNS },
  );
});
