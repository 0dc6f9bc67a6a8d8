import { linkVerdict } from "#core/standards/changes/verdict.ts";
import { linkFinding } from "#core/standards/checking/rule-page.ts";

import type { Format } from "./format.ts";

/** The same members as the answer of `POST /api/v1/validate/documents`. */
export const formatJson: Format = ({ findings, counts, files, verdict }, { isSummary }) => {
  const shown = isSummary ? {} : { findings: findings.map(linkFinding) };
  const judged = verdict === undefined ? {} : { verdict: linkVerdict(verdict) };
  return `${JSON.stringify({ counts, files, ...shown, ...judged }, null, 2)}\n`;
};
