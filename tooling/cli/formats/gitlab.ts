import type { Severity } from "#core/base/finding.ts";

import { fingerprints } from "./fingerprint.ts";
import { ruleUrl, type Format } from "./format.ts";

const SEVERITY: Record<Severity, string> = { error: "major", warning: "minor", note: "info" };

/** GitLab's Code Quality report: `artifacts: reports: codequality`. */
export const formatGitlab: Format = (checked, { isSummary }) => {
  const { findings } = checked;
  const prints = fingerprints(findings);
  const report = findings.map(({ ruleId, severity, message, place, source }, index) => ({
    description: [`${message} (${source.clause})`, ruleUrl(ruleId, checked)]
      .filter((part) => part !== undefined)
      .join(" "),
    check_name: ruleId,
    fingerprint: prints[index],
    severity: SEVERITY[severity],
    location: { path: place.path.replace(/^\.\//, ""), lines: { begin: place.start.line, end: place.end.line } },
  }));
  return `${JSON.stringify(isSummary ? [] : report, null, 2)}\n`;
};
