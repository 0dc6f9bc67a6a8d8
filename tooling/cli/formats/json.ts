import { linkFinding } from "#core/documents/rule-page.ts";

import type { Format } from "./format.ts";

/** The same members as the answer of `POST /api/v1/validate/documents`. */
export const formatJson: Format = ({ findings, counts, files }, { isSummary }) =>
  `${JSON.stringify({ counts, files, ...(isSummary ? {} : { findings: findings.map(linkFinding) }) }, null, 2)}\n`;
