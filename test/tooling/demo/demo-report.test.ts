import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import { MAIN_TARGET } from "#core/standards/scopes/scope.ts";
import { parseReports } from "#core/compliance/results/parse-reports.ts";

import { DEMO_SCENARIOS, demoReport } from "../../../tooling/demo/demo-report.ts";
import { demoSubjects, withDemoSecrets } from "../../../tooling/demo/demo-secrets.ts";
import { generateSigningKey } from "../../../tooling/demo/sign-sshsig.ts";

const NOW = new Date("2026-11-20T09:41:12Z");
const PATH = "standards-src/scopes/scs-compatible-iaas.yaml";
const { scope } = loadScope(PATH, readFileSync(PATH, "utf8"));

test.each(DEMO_SCENARIOS.map((scenario) => [scenario.subject, scenario] as const))(
  "the report of %s reads as what it wants to tell",
  (subject, scenario) => {
    if (scope === undefined) throw new Error("the sample scope cannot be read");
    const bytes = new TextEncoder().encode(demoReport(scope, scenario, NOW));
    const readings = parseReports(bytes, { format: "yaml", path: "report.yaml", now: NOW, calendar: UTC_CALENDAR });
    expect(readings.map((reading) => reading.findings)).toEqual([[]]);
    const report = readings[0]?.report;
    expect(report?.subject).toBe(subject);
    expect(report?.scopeUuid).toBe(scope.uuid);
    const reported = new Map(report?.values.map(({ testcase, value }) => [testcase, value]));
    for (const [testcase, result] of Object.entries(scenario.deviations)) {
      expect(reported.get(testcase) ?? null, testcase).toBe(result);
    }
    const demanded = scope.versions.flatMap((version) => version.targets.get(MAIN_TARGET) ?? []);
    const passing = new Set(demanded).size - Object.keys(scenario.deviations).length;
    expect([...reported.values()].filter((result) => result === 1)).toHaveLength(passing);
  },
);

test("secrets are added to demo accounts alone, and no private key or token is in the file", () => {
  const declared = "accounts:\n  - subject: demo-a\n    demo: true\n  - subject: real\n    delegates: [demo-a]\n";
  const secrets = { privateKeyPem: generateSigningKey(), token: "the-token" };
  const text = withDemoSecrets(declared, () => secrets);
  expect(demoSubjects(declared)).toEqual(["demo-a"]);
  expect(text).toContain("sha256:");
  expect(text).toContain("public_key_type: ssh-ed25519");
  expect(text).not.toContain("the-token");
  expect(text).not.toContain("PRIVATE KEY");
  expect(text).toContain("  - subject: real\n    delegates:\n      - demo-a\n");
});
