import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseReports, type ReadingOptions } from "#core/compliance/results/parse-reports.ts";
import { calendarOf, UTC_CALENDAR } from "#core/base/time/calendar.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const UUID = "0b1c2d3e-4f50-4123-8abc-0123456789ab";

const REPORT = `---
spec: {uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f, name: SCS-compatible IaaS, url: "https://scopes.example/"}
checked_at: 2026-11-20 01:02:03.456789
reference_date: 2026-11-20
subject: demo-alpha.1
run:
  uuid: ${UUID}
  argv: [-s, demo-alpha]
  assignment: {os_cloud: demo-alpha}
  sections: null
  forced_version: null
  invocations:
    6f1e:
      id: first
      cmd: ./test.py
      results: {flavor-names: 1, image-names: 0}
      rc: 0
      stdout: ["flavor-names: PASS"]
      stderr: []
      info: 1
    6f1f:
      results: {entropy: -1, image-names: -1}
`;

const OLD_REPORT = `---
spec: {uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f}
checked_at: 2025-11-20 01:02:03
subject: demo-alpha
versions:
  v5.1: {flavor-names: {result: 1, invocation: 6f1e}}
  v4: {flavor-names: {result: -1, invocation: 6f1e}}
run: {uuid: 1b1c2d3e-4f50-4123-8abc-0123456789ab, invocations: {6f1e: {rc: 0}}}
`;

function parse(text: string, options: Partial<ReadingOptions> = {}) {
  const bytes = new TextEncoder().encode(text);
  return parseReports(bytes, { format: "yaml", path: "upload", now: NOW, calendar: UTC_CALENDAR, ...options });
}

test("a report of today is read from all invocations, to the microsecond, the graver of two results", () => {
  expect(parse(REPORT)).toEqual([
    {
      report: {
        uuid: UUID,
        subject: "demo-alpha.1",
        scopeUuid: "50393e6f-2ae1-4c5c-a62c-3b75f2abef3f",
        checkedAt: "2026-11-20T01:02:03.456789Z",
        values: [
          { testcase: "flavor-names", version: "*", value: 1 },
          { testcase: "image-names", version: "*", value: -1 },
          { testcase: "entropy", version: "*", value: -1 },
        ],
      },
      findings: [],
    },
  ]);
});

test("an old report names the version of each result", () => {
  expect(parse(OLD_REPORT)[0]?.report?.values).toEqual([
    { testcase: "flavor-names", version: "v5.1", value: 1 },
    { testcase: "flavor-names", version: "v4", value: -1 },
  ]);
});

test("where an old report has results by version, those of its invocations do not count", () => {
  const both = OLD_REPORT.replace("{rc: 0}", "{results: {flavor-names: -1, entropy: -1}}");
  expect(parse(both)[0]?.report?.values).toEqual(parse(OLD_REPORT)[0]?.report?.values);
});

test.each([
  ["no invocations", REPORT.replace(/ {2}invocations:[^]*/, "")],
  ["only a UUID", REPORT.replace(/ {2}argv:[^]*/, "")],
  ["invocations of null", REPORT.replace(/ {2}invocations:[^]*/, "  invocations: null\n")],
  ["empty results", REPORT.replace(/results: \{.*\}/g, "results: {}")],
  ["results of null", REPORT.replace(/results: \{.*\}/g, "results: null")],
  ["versions without results", OLD_REPORT.replace(/versions:[^]*run:/, "versions: {v4: {}}\nrun:")],
  ["no versions", OLD_REPORT.replace(/versions:[^]*run:/, "versions: {}\nrun:")],
])("a report with %s is refused with the values that it lacks", (_name, text) => {
  const [reading] = parse(text);
  expect(reading?.report).toBeUndefined();
  expect(reading?.findings).toMatchObject([{ ruleId: "report-empty", message: expect.stringContaining("1, 0 or -1") }]);
});

test("a NUL byte is refused with its place, in both formats", () => {
  expect(parse(REPORT.replace("PASS", "PA\0SS"))).toMatchObject([
    { report: undefined, findings: [{ ruleId: "report-syntax", place: { start: { line: 18 } } }] },
  ]);
  expect(parse('{"a": "\0"}', { format: "json" })).toMatchObject([{ findings: [{ ruleId: "report-syntax" }] }]);
});

test("a result of another value is told which there are", () => {
  const [reading] = parse(REPORT.replace("flavor-names: 1", "flavor-names: 2"));
  expect(reading?.findings[0]?.message).toContain("`1`, `0`, `-1`");
});

test("an upload has as many reports as documents, each judged on its own", () => {
  const readings = parse(REPORT + REPORT.replace("entropy: -1", "entropy: 2") + OLD_REPORT);
  expect(readings.map(({ report }) => report?.subject)).toEqual(["demo-alpha.1", undefined, "demo-alpha"]);
  expect(readings[1]?.findings).toMatchObject([
    {
      ruleId: "report-schema",
      place: { start: { line: 44, column: 26 }, pointer: "/run/invocations/6f1f/results/entropy" },
    },
  ]);
});

test("an upload without documents has no reports", () => {
  expect(parse("")).toEqual([]);
});

test("JSON is one object, with an offset that is respected", () => {
  const file = {
    spec: { uuid: "s" },
    checked_at: "2026-11-20T10:00:00+05:00",
    subject: "a",
    run: { uuid: UUID, invocations: { i: { results: { t: 1 } } } },
  };
  expect(parse(JSON.stringify(file), { format: "json" })[0]?.report).toMatchObject({
    checkedAt: "2026-11-20T05:00:00.000000Z",
    values: [{ testcase: "t", version: "*", value: 1 }],
  });
});

test("a time without offset is a wall clock reading of the account", () => {
  expect(parse(REPORT, { calendar: calendarOf("Europe/Berlin") })[0]?.report?.checkedAt).toBe(
    "2026-11-20T00:02:03.456789Z",
  );
});

test("a clock may be an hour ahead, not more", () => {
  const dated = (time: string) => parse(REPORT.replace("01:02:03.456789", time))[0];
  expect(dated("13:00:00.000")?.report).toBeDefined();
  expect(dated("13:00:00.001")?.findings).toMatchObject([{ ruleId: "report-future", place: { start: { line: 3 } } }]);
});

describe.each([
  ["a result of 2", REPORT.replace("flavor-names: 1", "flavor-names: 2")],
  ["a result in words", REPORT.replace("flavor-names: 1", "flavor-names: PASS")],
  ["a result of null", REPORT.replace("flavor-names: 1", "flavor-names: null")],
  ["no subject", REPORT.replace("subject: demo-alpha.1\n", "")],
  ["a subject with a slash", REPORT.replace("demo-alpha.1", "a/b")],
  ["no run", OLD_REPORT.replace(/run:.*/, "")],
  ["no checked_at", REPORT.replace(/checked_at:.*\n/, "")],
  ["no spec", REPORT.replace(/spec:.*\n/, "")],
  ["a date that does not exist", REPORT.replace("2026-11-20 01", "2026-02-30 01")],
  ["a null document", "---\n...\n"],
  ["a list", "- 1\n- 2\n"],
  ["an uuid that is none", REPORT.replace(UUID, "../../etc/passwd")],
  ["something that is not YAML", "a: [1, 2\n"],
  [
    "an anchor bomb",
    `a: &a [x,x]\nb: &b [${"*a,".repeat(99)}]\nc: &c [${"*b,".repeat(99)}]\nd: [${"*c,".repeat(99)}]\n`,
  ],
])("%s", (_name, text) => {
  test("is a finding with a place and no report", () => {
    const [reading] = parse(text);
    expect(reading?.report).toBeUndefined();
    expect(reading?.findings[0]?.place.start.line).toBeGreaterThan(0);
  });
});

test.each([
  ["an array", "[]", "report-schema"],
  ["YAML", "subject: a", "report-syntax"],
  ["two objects", "{}{}", "report-syntax"],
  ["a tower of brackets", "[".repeat(100_000), "report-syntax"],
])("%s is not a JSON report", (_name, text, ruleId) => {
  expect(parse(text, { format: "json" })).toMatchObject([{ report: undefined, findings: [{ ruleId }] }]);
});

test("bytes that are not UTF-8 are a finding", () => {
  const readings = parseReports(Uint8Array.of(0x61, 0xff), {
    format: "yaml",
    path: "u",
    now: NOW,
    calendar: UTC_CALENDAR,
  });
  expect(readings).toMatchObject([{ findings: [{ ruleId: "report-encoding" }] }]);
});

test("more than two hundred documents are too many", () => {
  expect(parse("--- {}\n".repeat(201))).toMatchObject([{ findings: [{ ruleId: "report-count" }] }]);
});

test("no bytes make the reader throw, in either format", () => {
  const lines = REPORT.split("\n");
  const mutated = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 20 });
  const texts = fc.oneof(
    mutated.map((chosen) => chosen.join("\n")),
    fc.json(),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom("yaml" as const, "json" as const), (text, format) => {
      for (const { report, findings } of parse(text, { format }))
        expect(report === undefined).toBe(findings.length > 0);
    }),
    { numRuns: 300 },
  );
});
