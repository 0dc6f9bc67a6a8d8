import { table, type Table } from "#core/base/table.ts";
import { createHash } from "node:crypto";

import { stringify } from "yaml";

import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";

/** What the reports of a demo subject tell. */
export interface DemoScenario {
  readonly subject: string;
  /** The account that signs and uploads. */
  readonly submitter: string;
  /** Days before today that the tests ran. */
  readonly ageDays: number;
  /** The results that are not a pass; `null` leaves the testcase out. */
  readonly deviations: Readonly<Record<string, 0 | -1 | null>>;
}

/** One story per subject: all green, one failure, missing and aborted, expired. */
export const DEMO_SCENARIOS: readonly DemoScenario[] = [
  { subject: "demo-alpha", submitter: "demo-alpha", ageDays: 0, deviations: {} },
  { subject: "demo-bravo", submitter: "demo-ci", ageDays: 0, deviations: { "scs-0103-flavor-4v-16": -1 } },
  {
    subject: "demo-charlie",
    submitter: "demo-charlie",
    ageDays: 1,
    deviations: {
      "scs-0101-entropy-avail": 0,
      "scs-0101-fips-test": 0,
      "scs-0102-prop-image_original_user": null,
      "scs-0103-flavor-1v-4": null,
    },
  },
  { subject: "demo-delta", submitter: "demo-delta", ageDays: 35, deviations: {} },
];

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;

/** A report in the format of the compliance check (certification protocol, "Report document"), about one scope. */
export function demoReport(scope: Scope, scenario: DemoScenario, now: Date): string {
  const hour = Math.floor(now.getTime() / MS_PER_HOUR) * MS_PER_HOUR;
  const checkedAt = new Date(hour - scenario.ageDays * MS_PER_DAY).toISOString();
  const results = Object.fromEntries(
    demandedTestcases(scope).flatMap((id) => {
      const result = scenario.deviations[id];
      return result === null ? [] : [[id, result ?? 1]];
    }),
  );
  const identity = `${scenario.subject} ${scope.uuid} ${checkedAt}`;
  const values = Object.values(results);
  return stringify(
    {
      spec: { uuid: scope.uuid, name: scope.name, ...(scope.url === undefined ? {} : { url: scope.url }) },
      checked_at: checkedAt.replace("T", " ").replace(/\.\d+Z$/, ".000000"),
      reference_date: checkedAt.slice(0, 10),
      subject: scenario.subject,
      run: {
        uuid: uuidOf(`run ${identity}`),
        argv: ["scs-compliance-check.py", "-s", scenario.subject],
        assignment: { os_cloud: scenario.subject },
        sections: null,
        forced_version: null,
        forced_tests: null,
        invocations: {
          [uuidOf(`invocation ${identity}`)]: {
            id: "demo",
            cmd: `./demo -c ${scenario.subject}`,
            results,
            rc: 0,
            stdout: Object.entries(results).map(([id, result]) => `${id}: ${WORDS[String(result)]}`),
            stderr: [],
            info: 0,
            warning: 0,
            error: values.filter((value) => value === -1).length,
            critical: values.filter((value) => value === 0).length,
          },
        },
      },
    },
    { directives: true },
  );
}

const WORDS: Table<string> = table({ "1": "PASS", "0": "ABORT", "-1": "FAIL" });

/** Every testcase that some version of the scope demands, in the order of their ids. */
function demandedTestcases(scope: Scope): string[] {
  return [...new Set(scope.versions.flatMap((version) => version.targets.get(MAIN_TARGET) ?? []))].sort();
}

/** A UUID (version 8, RFC 9562) that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
