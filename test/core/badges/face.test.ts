import { expect, test } from "vitest";

import { faceOf, unknownScopeFace, unknownSubjectFace } from "#core/badges/face.ts";
import { evaluateScope, type ResultValue } from "#core/certification/evaluate.ts";
import { UTC_CALENDAR } from "#core/time/calendar.ts";

import { SAMPLE_SCOPE as SAMPLE, scopeOf } from "../certification/scope-samples.ts";

const SCOPE = scopeOf();

/** In the sample v2 demands flavor-names and image-names, the older v1 only flavor-names. */
function face(values: Readonly<Record<string, ResultValue>>, day = "2026-08-26", hasReported = true, isDemo = false) {
  const results = Object.entries(values).map(([testcase, value]) => ({
    testcase,
    version: "*",
    value,
    checkedAt: `${day}T01:00:00.000000Z`,
    reportUuid: "r",
  }));
  const now = new Date("2026-08-26T12:00:00Z");
  const evaluation = evaluateScope(SCOPE, results, { now, calendar: UTC_CALENDAR });
  return faceOf({ scopeName: SCOPE.name, evaluation, hasReported, isDemo });
}

test.each([
  ["everything passes", { "flavor-names": 1, "image-names": 1 }, "passing", "good", "v2 passing"],
  ["a test gave no verdict", { "flavor-names": 1, "image-names": 0 }, "undecided", "good", "v2 passing, 1 undecided"],
  [
    "only the version about to retire passes",
    { "flavor-names": 1, "image-names": -1 },
    "retiring",
    "caution",
    "v1 passing, retires soon",
  ],
  ["results are missing", { "flavor-names": 1 }, "incomplete", "caution", "1 result missing for v2"],
  ["every version fails", { "flavor-names": -1, "image-names": 1 }, "failing", "bad", "1 test failing"],
] as const)("when %s", (_name, values, kind, tone, message) => {
  expect(face(values)).toMatchObject({ kind, tone, message, label: "Sample cloud" });
});

test("when the only version that passes is retired, the badge is not green", () => {
  const timeline = "timeline:\n  - {date: 2026-01-01, versions: {v2: effective, v1: deprecated}}\n";
  const scope = scopeOf(SAMPLE.replace(/timeline:\n(?: {2}-.*\n)+/, timeline));
  const results = [
    { testcase: "flavor-names", value: 1 as const },
    { testcase: "image-names", value: -1 as const },
  ].map((one) => ({ ...one, version: "*", checkedAt: "2026-08-26T01:00:00.000000Z", reportUuid: "r" }));
  const now = new Date("2026-08-26T12:00:00Z");
  const evaluation = evaluateScope(scope, results, { now, calendar: UTC_CALENDAR });
  expect(faceOf({ scopeName: "x", evaluation, hasReported: true, isDemo: false })).toMatchObject({
    kind: "retired",
    tone: "bad",
    message: "only v1, retired",
  });
});

test("when all results have expired", () => {
  expect(face({ "flavor-names": 1 }, "2026-08-01")).toMatchObject({ kind: "expired", message: "results expired" });
});

test("when the subject never reported", () => {
  expect(face({}, undefined, false)).toMatchObject({ kind: "no-results", message: "no results yet" });
});

test("a demonstration says so", () => {
  expect(face({}, undefined, false, true).label).toBe("demo · Sample cloud");
});

test("what is unknown is said in words", () => {
  expect(unknownSubjectFace("Sample cloud")).toMatchObject({ label: "Sample cloud", message: "unknown cloud" });
  expect(unknownScopeFace()).toMatchObject({ label: "certification", message: "unknown scope" });
});
