import { MAX_REPORTS_PER_UPLOAD } from "#core/compliance/results/parse-reports.ts";

/** Half of what one upload may be long, so that its signature and the accounting of bytes have room. */
const MAX_CHARACTERS = 5_000_000;

/** Joins reports to as few uploads as the doors take, in their order: bounded in documents and in length. */
export function uploadsOf(reports: readonly string[]): string[] {
  const uploads: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const report of reports) {
    if (part.length === MAX_REPORTS_PER_UPLOAD || (part.length > 0 && length + report.length > MAX_CHARACTERS)) {
      uploads.push(part.join(""));
      [part, length] = [[], 0];
    }
    part.push(report);
    length += report.length;
  }
  return part.length === 0 ? uploads : [...uploads, part.join("")];
}
