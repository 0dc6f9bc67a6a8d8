import type { Format } from "./format.ts";

/** The same members as the answer of `POST /api/v1/validate/documents`. */
export const formatJson: Format = ({ findings, counts, files }, { isSummary }) =>
  `${JSON.stringify({ counts, files, ...(isSummary ? {} : { findings }) }, null, 2)}\n`;
