import { messageWithPlaces, type CheckReport, type Format } from "./format.ts";
import { occurrencesOf, type Finding } from "#core/base/finding.ts";

import { severitiesFrom } from "./severities.ts";

/**
 * JUnit's XML, which every CI system shows as tests: a suite per file, a test per rule. What is grave enough to fail the run is a
 * failure, all else is told by a test that passed; a file without findings is one test that passed.
 */
export const formatJunit: Format = (report, { isSummary }) => {
  const failing = severitiesFrom(report.failOn ?? "error");
  const paths = [...new Set([...(report.paths ?? []), ...report.findings.map(({ place }) => place.path)])];
  const suites = paths.map((path) => suiteOf(path, report, failing, isSummary));
  const tests = suites.reduce((sum, { count }) => sum + count, 0);
  const failures = suites.reduce((sum, { failed }) => sum + failed, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stele" tests="${tests}" failures="${failures}" time="${(report.milliseconds / 1000).toFixed(3)}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
};

function suiteOf(path: string, { findings }: CheckReport, failing: ReadonlySet<string>, isSummary: boolean) {
  const own = findings.filter(({ place }) => place.path === path);
  const ruleIds = [...new Set(own.map(({ ruleId }) => ruleId))];
  const failed = ruleIds.filter((id) => own.some(({ ruleId, severity }) => ruleId === id && failing.has(severity)));
  const cases = ruleIds.map((id) => {
    const lines = own.filter(({ ruleId }) => ruleId === id);
    const body = isSummary ? "" : escapeXml(lines.map(describeFinding).join("\n"));
    const said = failed.includes(id)
      ? `<failure type="${escapeXml(id)}" message="${escapeXml(lines[0]?.message ?? "")}">${body}</failure>`
      : `<system-out>${body}</system-out>`;
    return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(id)}">${said}</testcase>`;
  });
  if (cases.length === 0) cases.push(`    <testcase classname="${escapeXml(path)}" name="no findings"/>`);
  const head = `  <testsuite name="${escapeXml(path)}" tests="${cases.length}" failures="${failed.length}">`;
  return { count: cases.length, failed: failed.length, xml: [head, ...cases, "  </testsuite>"].join("\n") };
}

function describeFinding(finding: Finding): string {
  const { place, severity, source } = finding;
  const times = occurrencesOf(finding);
  const count = times === 1 ? "" : ` (${times} times)`;
  return `${place.path}:${place.start.line}:${place.start.column}: ${severity}${count}: ${messageWithPlaces(finding)} (${source.clause})`;
}

/** Also without the characters that XML 1.0 does not have. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
