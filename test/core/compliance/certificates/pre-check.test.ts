import { describe, expect, test } from "vitest";

import { preCheck, type PreCheckFacts } from "#core/compliance/certificates/pre-check.ts";
import type { ReportedResult, ResultValue } from "#core/compliance/standing/evaluate.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";

import { APPLIED, BERLIN, certificateAfter, EMPTY, GRANTED } from "./sample-certificate.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const SCOPE = `name: SCS-compatible IaaS
uuid: ${EMPTY.scope.uuid}
scripts: [{executable: ./c, testcases: [{id: a}, {id: b}]}]
modules: [{id: m, targets: {main: [a, b]}}]
timeline:
  - {date: 2026-12-24, versions: {v6: effective, v5.1: deprecated}}
  - {date: 2020-01-01, versions: {v6: draft, v5.1: effective, v4: warn, v3: deprecated}}
versions:
  - {version: v6, include: [m]}
  - {version: v5.1, stabilized_at: 2020-01-01, include: [m]}
  - {version: v4, stabilized_at: 2020-01-01, include: [m]}
  - {version: v3, stabilized_at: 2020-01-01, include: [m]}
  - {version: v2, stabilized_at: 2020-01-01, include: [m]}
`;

function result(testcase: string, value: ResultValue, checkedAt = "2026-11-20T01:00:00.000000Z"): ReportedResult {
  return { testcase, version: "*", value, checkedAt, reportUuid: "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e" };
}

const PASSING = [result("a", 1), result("b", 1)];

function check(change: Partial<PreCheckFacts> & { readonly version?: string } = {}) {
  const { scope } = loadScope("scopes/sample.yaml", SCOPE);
  const { version = "v5.1", ...facts } = change;
  const certificate = { ...EMPTY, id: "2026-0002", version, regions: [] };
  const regions = ["alpha-1", "alpha-2"];
  const now = { at: NOW, now: NOW, calendar: BERLIN };
  return preCheck({ certificate, scope, results: PASSING, others: [], regions, ...now, ...facts });
}

test("says what is in order where nothing is against it", () => {
  expect(check()).toEqual({
    faults: [],
    inOrder: ["v5.1 is in force", "2 of 2 tests passed", "no other live certificate"],
  });
  expect(check({ version: "v4" }).inOrder[0]).toBe("v4 is in force, but about to retire");
});

describe("refuses, with the reason,", () => {
  const other = { ...certificateAfter(APPLIED, GRANTED), regions: ["alpha-1"] };
  test.each<[string, Parameters<typeof check>[0], string]>([
    ["a draft", { version: "v6" }, "v6 is a draft"],
    ["a version that is retired", { version: "v3" }, "v3 is retired"],
    ["a version that the timeline does not name", { version: "v2" }, "v2 is retired"],
    ["a version that is not there", { version: "v9" }, "v9 is not published"],
    ["a version that retires before the step counts", { at: new Date("2026-12-24T00:00:00Z") }, "v5.1 is retired"],
    ["a scope that is not published", { scope: undefined }, "is not published"],
    ["a cloud without a report", { results: [] }, "there is no report"],
    ["a failure", { results: [result("a", 1), result("b", -1)] }, "1 of 2 tests passed; failed: b"],
    ["a missing result", { results: [result("a", 1)] }, "without current result: b"],
    ["a test without verdict", { results: [result("a", 1), result("b", 0)] }, "without verdict: b"],
    [
      "a result that has expired",
      { results: [result("a", 1), result("b", 1, "2026-10-01T00:00:00.000000Z")] },
      "without current result: b",
    ],
    ["another certificate for the same", { others: [other] }, "certificate 2026-0001 for the same is granted"],
    [
      "regions that do not exist",
      { certificate: { ...EMPTY, id: "2026-0002", regions: ["alpha-1", "Atlantis"] } },
      "no region Atlantis",
    ],
    [
      "regions where the provider publishes none",
      { certificate: { ...EMPTY, id: "2026-0002", regions: ["alpha-1"] }, regions: undefined },
      "no region alpha-1",
    ],
  ])("%s", (_name, facts, fault) => {
    expect(check(facts).faults.join("; ")).toContain(fault);
  });

  test("but not a certificate for other regions, another version, or one that is over", () => {
    const regions = { certificate: { ...EMPTY, id: "2026-0002", regions: ["alpha-2"] } };
    expect(check({ ...regions, others: [other] }).faults).toEqual([]);
    expect(check({ others: [{ ...other, version: "v4" }] }).faults).toEqual([]);
    const late = new Date("2027-08-01T00:00:00Z");
    expect(check({ others: [other], at: late }).faults.join()).not.toContain("for the same");
  });
});
