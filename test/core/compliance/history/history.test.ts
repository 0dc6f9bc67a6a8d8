import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { evaluateScope, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { annotationsAt, checkAnnotation, type HistoryAnnotation } from "#core/compliance/history/history-annotation.ts";
import { complianceOf, complianceSteps } from "#core/compliance/history/history-compliance.ts";
import { historyRows, type HistoryRow, type Period } from "#core/compliance/history/history-rows.ts";
import { lastPasses, resultsAt, spansOf } from "#core/compliance/history/history-spans.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";

import { changesOf, latestOf, type Night } from "./history-reference.ts";
import { scopeOf } from "../../standards/scopes/scope-samples.ts";

const SCOPE = scopeOf();
const PERIOD: Period = { from: new Date("2025-03-01T00:00:00Z"), to: new Date("2026-08-26T12:00:00Z") };
const TESTCASES = ["flavor-names", "image-names", "entropy", "contract", "not-in-the-scope"];
const HOUR = 3_600_000;

const night = (versions: readonly string[]): fc.Arbitrary<Night> =>
  fc.record({
    at: fc.integer({ min: -2000, max: 13_000 }).map((hours) => new Date(PERIOD.from.getTime() + hours * HOUR)),
    version: fc.constantFrom(...versions),
    values: fc.dictionary(fc.constantFrom(...TESTCASES), fc.constantFrom<ResultValue>(1, 0, -1), { maxKeys: 4 }),
  });
const nightsOf = (...versions: readonly string[]): fc.Arbitrary<readonly Night[]> =>
  fc
    .uniqueArray(night(versions), { selector: ({ at }) => at.getTime(), maxLength: 40 })
    .map((nights) => nights.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
const instant = fc
  .integer({ min: 0, max: PERIOD.to.getTime() - PERIOD.from.getTime() - 1 })
  .map((offset) => new Date(PERIOD.from.getTime() + offset));

function past(nights: readonly Night[]) {
  const spans = spansOf(changesOf(nights, SCOPE), latestOf(nights, PERIOD.to), SCOPE, UTC_CALENDAR);
  return { spans, rows: historyRows([{ from: PERIOD.from, scope: SCOPE }], spans, PERIOD, UTC_CALENDAR) };
}

function outcomesAt(rows: readonly HistoryRow[], at: Date): Record<string, unknown> {
  return Object.fromEntries(
    rows.flatMap(({ version, target, steps }) =>
      steps.filter(({ from, to }) => from <= at && at < to).map((step) => [`${version} ${target}`, step.outcome]),
    ),
  );
}

function evaluatedAt(results: Parameters<typeof evaluateScope>[1], now: Date): Record<string, unknown> {
  const { versions } = evaluateScope(SCOPE, results, { now, calendar: UTC_CALENDAR });
  return Object.fromEntries(
    versions.flatMap(({ version, targets }) =>
      [...targets].map(([target, { result }]) => [`${version.name} ${target}`, result]),
    ),
  );
}

describe("the history", () => {
  test("says of every instant what somebody who kept every report would say", () => {
    fc.assert(
      fc.property(nightsOf("*"), instant, (nights, at) => {
        const { rows, spans } = past(nights);
        const truth = evaluatedAt(latestOf(nights, at), at);
        expect(outcomesAt(rows, at)).toEqual(truth);
        expect(evaluatedAt(resultsAt(spans, at), at)).toEqual(truth);
      }),
      { numRuns: 400 },
    );
  });

  test("agrees with the results of the instant where old reports name versions", () => {
    fc.assert(
      fc.property(nightsOf("*", "v1", "v2"), instant, (nights, at) => {
        const { rows, spans } = past(nights);
        expect(outcomesAt(rows, at)).toEqual(evaluatedAt(resultsAt(spans, at), at));
      }),
      { numRuns: 400 },
    );
  });

  test("has steps that follow each other without gap, and differ from their neighbors", () => {
    fc.assert(
      fc.property(nightsOf("*", "v1"), (nights) => {
        for (const { steps } of past(nights).rows) {
          for (const [index, step] of steps.entries()) {
            const next = steps[index + 1];
            expect(step.from < step.to).toBe(true);
            if (next === undefined) expect(step.to).toEqual(PERIOD.to);
            else
              expect([step.to, step.outcome === next.outcome && step.validity === next.validity]).toEqual([
                next.from,
                false,
              ]);
          }
        }
      }),
    );
  });

  test("costs changes, not nights: a year of quiet nights is one span per testcase", () => {
    const nights = Array.from({ length: 365 }, (_, day) => ({
      at: new Date(Date.UTC(2025, 7, 1 + day, 1)),
      version: "*",
      values: { "flavor-names": 1, "image-names": 1 } as const,
    }));
    expect(changesOf(nights, SCOPE)).toHaveLength(2);
    const { spans, rows } = past(nights);
    expect(spans).toHaveLength(2);
    expect(rows.every(({ steps }) => steps.length <= 4)).toBe(true);
  });

  test("names the tests that a bad step is due to", () => {
    const nights: Night[] = [
      { at: new Date("2026-02-02T01:00:00Z"), version: "*", values: { "flavor-names": 1, "image-names": 1 } },
      { at: new Date("2026-02-03T01:00:00Z"), version: "*", values: { "flavor-names": 1, "image-names": -1 } },
    ];
    const row = past(nights).rows.find(({ version, target }) => version === "v2" && target === "main");
    expect(row?.steps.map(({ outcome, deciding }) => [outcome, deciding])).toEqual([
      [null, ["flavor-names", "image-names"]],
      [1, []],
      [-1, ["image-names"]],
      [null, ["image-names"]],
    ]);
  });

  test("knows the last pass of a testcase that has failed since, to the night", () => {
    const nights = [1, 2, 3].map((day) => ({
      at: new Date(Date.UTC(2026, 1, day, 1)),
      version: "*",
      values: { "flavor-names": day === 3 ? -1 : 1 } as const,
    }));
    expect(lastPasses(past(nights).spans)).toEqual(new Map([["flavor-names", "2026-02-02T01:00:00.000000Z"]]));
  });
});

describe("a scope that was published anew", () => {
  test("is judged by its text of the time", () => {
    const stricter = scopeOf();
    const gentle = {
      ...stricter,
      versions: stricter.versions.map((version) => ({ ...version, targets: new Map([["main", ["flavor-names"]]]) })),
    };
    const nights: Night[] = [{ at: new Date("2026-02-02T01:00:00Z"), version: "*", values: { "flavor-names": 1 } }];
    const spans = spansOf(changesOf(nights, SCOPE), latestOf(nights, PERIOD.to), SCOPE, UTC_CALENDAR);
    const changedAt = new Date("2026-02-05T10:00:00Z");
    const rows = historyRows(
      [
        { from: PERIOD.from, scope: gentle },
        { from: changedAt, scope: stricter },
      ],
      spans,
      PERIOD,
      UTC_CALENDAR,
    );
    const v2 = rows.find(({ version, target }) => version === "v2" && target === "main");
    expect(v2?.steps.map(({ from, outcome }) => [from.toISOString().slice(0, 10), outcome])).toEqual([
      ["2025-06-01", null],
      ["2026-02-02", 1],
      ["2026-02-05", null],
    ]);
  });
});

describe("compliance", () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const period = { from: day("2026-01-01"), to: day("2026-04-11") }; // 100 days
  const row = (
    version: string,
    validity: "effective" | "warn" | "draft",
    ...steps: [string, 1 | 0 | -1 | null][]
  ): HistoryRow => ({
    version,
    target: "main",
    steps: steps.map(([from, outcome], index) => ({
      from: day(from),
      to: steps[index + 1] === undefined ? period.to : day(steps[index + 1]?.[0] ?? ""),
      outcome,
      validity,
      deciding: [],
    })),
  });
  const rows = [
    row("v3", "draft", ["2026-01-01", 1]),
    row("v2", "effective", ["2026-01-01", null], ["2026-01-11", 1], ["2026-02-10", -1], ["2026-02-20", 0]),
    row("v1", "warn", ["2026-01-01", null], ["2026-02-15", 0], ["2026-02-20", null]),
  ];
  const annotation = (facts: Partial<HistoryAnnotation>): HistoryAnnotation => ({
    number: 1,
    kind: "test-defect",
    from: day("2026-02-01"),
    to: day("2026-02-13"),
    note: "The test was wrong.",
    by: "forum",
    recordedAt: day("2026-03-01"),
    withdrawnAt: undefined,
    ...facts,
  });

  test("follows the best version in force, and drafts do not count", () => {
    expect(
      complianceSteps(rows, period).map(({ from, outcome, version }) => [
        from.toISOString().slice(5, 10),
        outcome,
        version,
      ]),
    ).toEqual([
      ["01-01", null, "v2"],
      ["01-11", 1, "v2"],
      ["02-10", null, "v1"],
      ["02-15", 0, "v1"],
      ["02-20", 0, "v2"],
    ]);
  });

  test("is a share of the time since the first result", () => {
    const found = complianceOf(complianceSteps(rows, period), day("2026-01-11"), []);
    expect(found?.observed).toEqual({ from: day("2026-01-11"), to: period.to });
    expect(found?.share).toBeCloseTo(85 / 90, 10);
    expect(found?.lastPass).toMatchObject({ from: day("2026-01-11"), to: day("2026-02-10") });
  });

  test("leaves out what was the fault of tests or procedure, once where remarks overlap, and only what was lost", () => {
    const steps = complianceSteps(rows, period);
    const excused = [annotation({}), annotation({ kind: "procedure", from: day("2026-02-12"), to: day("2026-02-14") })];
    expect(complianceOf(steps, day("2026-01-11"), excused)?.shareExcused).toBeCloseTo(85 / 86, 10);
    const blamed = [annotation({ kind: "cloud-defect" })];
    expect(complianceOf(steps, day("2026-01-11"), blamed)?.shareExcused).toBeCloseTo(85 / 90, 10);
  });

  test("is unknown where nothing was ever reported", () => {
    expect(complianceOf(complianceSteps(rows, period), undefined, [])).toBeUndefined();
    expect(complianceOf(complianceSteps([], period), period.to, [])).toBeUndefined();
  });

  test("an annotation counts from the moment it was written to the one it was withdrawn", () => {
    const one = annotation({ withdrawnAt: day("2026-03-05") });
    const known = ["2026-02-28", "2026-03-01", "2026-03-04", "2026-03-05"].map(
      (at) => annotationsAt([one], day(at)).length,
    );
    expect(known).toEqual([0, 1, 1, 0]);
  });

  test.each([
    ["without words", { note: "  " }, "no-note"],
    ["with too many words", { note: "x".repeat(501) }, "no-note"],
    ["that ends before it begins", { to: day("2026-01-31") }, "no-period"],
    ["that lasts no time", { to: day("2026-02-01") }, "no-period"],
    ["about the future", { from: day("2027-01-01"), to: undefined }, "in-the-future"],
    ["that ends in the future", { to: day("2027-01-01") }, "in-the-future"],
  ] as const)("an annotation %s is refused", (_name, facts, failure) => {
    expect(checkAnnotation(annotation(facts), day("2026-04-01"))).toEqual({ ok: false, failure });
  });

  test("an annotation of a period that goes on is taken", () => {
    expect(checkAnnotation(annotation({ to: undefined }), day("2026-04-01")).ok).toBe(true);
  });
});

test("a check is told with its microseconds, a value confirmed later as checked at the instant", () => {
  const changes = changesOf(
    [{ at: new Date("2026-02-02T01:00:00Z"), version: "*", values: { "flavor-names": 1 } }],
    SCOPE,
  );
  const latest = [{ testcase: "flavor-names", version: "*", checkedAt: "2026-02-04T01:00:00.123456Z" }];
  const spans = spansOf(changes, latest, SCOPE, UTC_CALENDAR);
  const at = (text: string) => resultsAt(spans, new Date(text)).map(({ checkedAt }) => checkedAt);
  expect(at("2026-02-03T00:00:00Z")).toEqual([timestampOf(new Date("2026-02-03T00:00:00Z"))]);
  expect(at("2026-02-05T00:00:00Z")).toEqual(["2026-02-04T01:00:00.123456Z"]);
  expect(at("2026-02-16T00:00:00Z")).toEqual([]);
});
