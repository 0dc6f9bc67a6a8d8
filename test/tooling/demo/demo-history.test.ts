import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { checkAnnotation } from "#core/compliance/history/history-annotation.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import { MAX_REPORTS_PER_UPLOAD, parseReports } from "#core/compliance/results/parse-reports.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { pastRemarks, pastReports } from "../../../tooling/demo/demo-history.ts";
import { DEMO_SCENARIOS, type DemoScenario } from "../../../tooling/demo/demo-report.ts";

const NOW = new Date("2026-11-20T09:41:12Z");
const PATH = "standards-src/scopes/scs-compatible-iaas.yaml";
const { scope } = loadScope(PATH, readFileSync(PATH, "utf8"));

test.each(DEMO_SCENARIOS.map((scenario) => [scenario.subject, scenario] as const))(
  "the past of %s is one upload of reports in order, that name known testcases",
  (_subject, scenario) => {
    if (scope === undefined) throw new Error("the sample scope cannot be read");
    const reports = pastReports(scope, scenario, NOW);
    const bytes = new TextEncoder().encode(reports.join(""));
    const readings = parseReports(bytes, { format: "yaml", path: "past.yaml", now: NOW, calendar: UTC_CALENDAR });
    expect(readings.flatMap(({ findings }) => findings)).toEqual([]);
    expect(readings.length).toBeGreaterThan(10);
    expect(readings.length).toBeLessThan(MAX_REPORTS_PER_UPLOAD / 2);
    const times = readings.map(({ report }) => report?.checkedAt ?? "");
    expect(times).toEqual(times.toSorted());
    const ids = new Set(readings.flatMap(({ report }) => report?.values.map(({ testcase }) => testcase) ?? []));
    expect([...ids].filter((id) => !scope.testcases.has(id))).toEqual([]);
  },
);

test("every episode shows: what fails in it is demanded by the scope", () => {
  const [alpha] = DEMO_SCENARIOS;
  if (scope === undefined || alpha === undefined) throw new Error("the sample scope cannot be read");
  const bytes = new TextEncoder().encode(pastReports(scope, alpha, NOW).join(""));
  const readings = parseReports(bytes, { format: "yaml", path: "past.yaml", now: NOW, calendar: UTC_CALENDAR });
  const bad = readings.flatMap(({ report }) => report?.values.filter(({ value }) => value !== 1) ?? []);
  expect([...new Set(bad.map(({ testcase, value }) => `${testcase} ${value}`))].toSorted()).toEqual([
    "scs-0101-entropy-avail -1",
    "scs-0101-entropy-avail 0",
    "scs-0102-prop-image_description -1",
    "scs-0103-flavor-1v-4 -1",
    "scs-0103-flavor-4v-16 -1",
  ]);
});

test("a cloud without a story has no past", () => {
  const unknown: DemoScenario = { subject: "somebody", submitter: "somebody", ageDays: 0, deviations: {} };
  if (scope === undefined) throw new Error("the sample scope cannot be read");
  expect([pastReports(scope, unknown, NOW), pastRemarks("somebody")]).toEqual([[], []]);
});

test("remarks are such as the certification body may make", () => {
  const day = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
  const remarks = DEMO_SCENARIOS.flatMap(({ subject }) => pastRemarks(subject));
  expect(remarks.map(({ kind }) => kind)).toEqual(["test-defect", "cloud-defect", "procedure"]);
  for (const { note, fromDays, toDays } of remarks) {
    expect(checkAnnotation({ note, from: day(fromDays), to: day(toDays) }, NOW).ok).toBe(true);
  }
});
