import type { Finding, Severity } from "#core/base/finding.ts";

import { fingerprints } from "./fingerprint.ts";
import { messageWithPlaces, ruleUrl, type CheckReport, type Format } from "./format.ts";

const SEVERITY: Record<Severity, string> = { error: "major", warning: "minor", note: "info" };

/** GitLab's Code Quality report: `artifacts: reports: codequality`. */
export const formatGitlab: Format = (checked, { isSummary }) => {
  const { findings } = checked;
  const prints = fingerprints(findings);
  const report = findings.map((finding, index) => describeFinding(finding, prints[index] ?? "", checked));
  return `${JSON.stringify(isSummary ? [] : report, null, 2)}\n`;
};

function describeFinding(finding: Finding, fingerprint: string, checked: CheckReport): object {
  const { ruleId, severity, place, source } = finding;
  return {
    description: [`${messageWithPlaces(finding)} (${source.clause})`, ruleUrl(ruleId, checked)]
      .filter((part) => part !== undefined)
      .join(" "),
    check_name: ruleId,
    fingerprint,
    severity: SEVERITY[severity],
    location: { path: place.path.replace(/^\.\//, ""), lines: { begin: place.start.line, end: place.end.line } },
  };
}
