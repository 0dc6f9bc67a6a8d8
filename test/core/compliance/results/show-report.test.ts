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

test.each([
  ["PASS", false],
  ["xPASS", false],
  ["a: PASS", true],
  ["a: ABORT", true],
  ["a: FAIL", true],
  ["a: PASSED", false],
  ["a: XPASS", false],
  ["a: pass", false],
  ["a: PASS: the token is 1234", false],
  ["a:PASS", false],
  ["password: secret", false],
  ["", false],
])("the public view of the output line `%s`: %s", (line, isShown) => {
  expect(linesOf({ stdout: [line] }).stdout).toEqual(isShown ? [line] : [REDACTION_NOTE]);
});

test.each([
  ["WARNING: slow", true],
  ["WARNIN", true],
  ["ERROR: no", true],
  ["ERROR no", false],
  ["error: no", false],
  ["DEBUG: WARNING: secret", false],
  ["secret ERROR:", false],
  ["CRITICAL: secret", false],
])("the public view of the error line `%s`: %s", (line, isShown) => {
  expect(linesOf({ stderr: [line] }).stderr).toEqual(isShown ? [line] : [REDACTION_NOTE]);
});

test("one line too many in either stream is said", () => {
  expect(linesOf({ stdout: ["secret"], stderr: [] }).isRedacted).toBe(true);
  expect(linesOf({ stdout: [], stderr: ["secret"] }).isRedacted).toBe(true);
  expect(linesOf({ stdout: ["a: PASS"], stderr: ["ERROR: no"] }).isRedacted).toBe(false);
});

test("output in one text is read by lines, and what is no output is none", () => {
  expect(linesOf({ stdout: "a: PASS\nsecret" }).stdout).toEqual([REDACTION_NOTE, "a: PASS"]);
  expect(linesOf({ stdout: 7, stderr: null })).toMatchObject({ stdout: [], stderr: [], isRedacted: false });
});

/** What the public sees of one run with this output. */
function linesOf(output: object) {
  const report = { ...base(), run: { uuid: "u", invocations: { i: { results: {}, ...output } } } };
  const [invocation] = showReport(report, { redact: true }).invocations;
  if (invocation === undefined) throw new Error("the sample has no run");
  return invocation;
}

function base() {
  return { spec: { uuid: "s" }, checked_at: "2026-11-20 01:02:03", subject: "alpha" };
}
