import { expect, test } from "vitest";

import { historyCsv, historyJson } from "#core/compliance/history/history-json.ts";
import type { ResultSpan } from "#core/compliance/history/history-spans.ts";

const period = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-03-01T00:00:00Z") };
const span: ResultSpan = {
  testcase: "flavor-names",
  version: "*",
  value: 0,
  from: new Date("2026-02-01T00:00:00Z"),
  to: new Date("2026-02-10T00:00:00Z"),
  reportUuid: "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e",
  lastCheckedAt: "2026-02-09T01:00:00.123456Z",
};
const check = {
  testcase: "contract",
  outcome: "failed",
  at: new Date("2026-01-15T10:00:00Z"),
  certificate: "2026-0001",
} as const;

test("a table tells results and manual checks in order, and leaves the end of what goes on empty", () => {
  const running = {
    ...span,
    value: 1,
    from: span.to,
    to: new Date("2026-03-09T00:00:00Z"),
    lastCheckedAt: undefined,
  } as const;
  expect(historyCsv({ period, spans: [running, span], manual: [check] }).split("\r\n")).toEqual([
    "testcase,version,result,from,to,last_checked_at,report",
    "contract,manual,FAIL,2026-01-15T10:00:00.000Z,,2026-01-15T10:00:00.000Z,2026-0001",
    "flavor-names,*,ABORT,2026-02-01T00:00:00.000Z,2026-02-10T00:00:00.000Z,2026-02-09T01:00:00.123456Z,1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e",
    "flavor-names,*,PASS,2026-02-10T00:00:00.000Z,,,1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e",
    "",
  ]);
});

test("what was over before the period, or begins after it, is not told", () => {
  const old = { ...span, to: period.from };
  const future = { ...span, from: period.to, to: new Date("2026-03-09T00:00:00Z") };
  const history = { period, spans: [old, future], manual: [], rows: [], compliance: undefined, annotations: [] };
  expect(historyCsv(history).split("\r\n")).toHaveLength(2);
  expect(historyJson(history).results).toEqual([]);
});

test.each([
  ["=1+1", "'=1+1"],
  ["@sum", "'@sum"],
  ["-2", "'-2"],
  ['say "no", twice', '"say ""no"", twice"'],
  ["two\nlines", '"two\nlines"'],
])("no text becomes a formula or breaks a line: %j", (testcase, cell) => {
  const csv = historyCsv({ period, spans: [], manual: [{ ...check, testcase }] });
  expect(csv.slice(csv.indexOf("\r\n") + 2)).toBe(
    `${cell},manual,FAIL,2026-01-15T10:00:00.000Z,,2026-01-15T10:00:00.000Z,2026-0001\r\n`,
  );
});

test("shares are given with four decimals, and what goes on has no end", () => {
  const lastPass = { from: span.from, to: period.to };
  const compliance = { observed: period, share: 2 / 3, shareExcused: 1, lastPass };
  const json = historyJson({ period, spans: [], manual: [check], rows: [], compliance, annotations: [] });
  expect(JSON.parse(JSON.stringify(json))).toMatchObject({
    compliance: {
      observedFrom: "2026-01-01T00:00:00.000Z",
      share: 0.6667,
      shareWithoutExcusedTime: 1,
      lastPass: { from: "2026-02-01T00:00:00.000Z" },
    },
    manualChecks: [{ testcase: "contract", outcome: "failed", certificate: "2026-0001" }],
  });
  expect(json.compliance?.lastPass?.to).toBeUndefined();
});
