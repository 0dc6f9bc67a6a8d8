import { expect, test } from "vitest";

import { readReportFiles } from "#core/compliance/results/parse-reports.ts";
import { REDACTION_NOTE, showReport } from "#core/compliance/results/show-report.ts";

const REPORT = `---
spec: {uuid: s, name: Sample cloud}
checked_at: 2026-11-20 01:02:03
subject: alpha
run:
  uuid: 0B1C2D3E-4f50-4123-8abc-0123456789ab
  assignment: {os_cloud: alpha}
  invocations:
    loud:
      cmd: ./test.py -c alpha
      rc: 1
      error: 2
      results: {a: 1, b: -1}
      stdout: ["connecting to 10.0.0.1", "a: PASS", "b: FAIL ", "c: ABORT", "token: secret"]
      stderr: ["DEBUG: password", "WARNING: slow", "ERROR: no", "CRITICAL: gone"]
    quiet: {cmd: [x, 1], stdout: ["a: PASS"], stderr: []}
`;

function show(redact: boolean) {
  const [file] = readReportFiles(new TextEncoder().encode(REPORT));
  if (file === undefined) throw new Error("the sample is no report");
  return showReport(file, { redact });
}

test("the public view keeps verdicts, warnings and errors, and says that lines are missing", () => {
  const [loud, quiet] = show(true).invocations;
  expect(loud).toMatchObject({
    stdout: [REDACTION_NOTE, "a: PASS", "c: ABORT"],
    stderr: [REDACTION_NOTE, "WARNING: slow", "ERROR: no"],
    isRedacted: true,
    command: "./test.py -c alpha",
    exitCode: "1",
  });
  expect(quiet).toMatchObject({ stdout: ["a: PASS"], stderr: [], isRedacted: false, command: "x 1" });
});

test("who may see all sees all", () => {
  const [loud] = show(false).invocations;
  expect(loud?.stdout).toHaveLength(5);
  expect(loud?.stderr).toContain("CRITICAL: gone");
  expect(loud?.isRedacted).toBe(false);
});

test("what is not redacted: identity, scope, assignment, results, counters", () => {
  expect(show(true)).toMatchObject({
    uuid: "0b1c2d3e-4f50-4123-8abc-0123456789ab",
    scope: { uuid: "s", name: "Sample cloud" },
    assignment: [["os_cloud", "alpha"]],
    invocations: [
      {
        results: [
          { testcase: "a", value: 1 },
          { testcase: "b", value: -1 },
        ],
        counters: [
          { severity: "critical", count: 0 },
          { severity: "error", count: 2 },
          { severity: "warning", count: 0 },
          { severity: "info", count: 0 },
        ],
      },
      {},
    ],
  });
});
