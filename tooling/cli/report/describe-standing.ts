import type { ReportStanding } from "#core/compliance/results/receipt.ts";

/** Where a subject stands, as indented lines: what it passes, what is missing, what expires within a week. */
export function describeStanding({ passed, missing, due }: ReportStanding): string[] {
  return [
    `  passes: ${passed === "" ? "no version" : passed}`,
    ...missing.map((testcase) => `  missing: ${testcase}`),
    ...due.map(({ testcase, expiresAt }) => `  due: ${testcase} by ${expiresAt}`),
  ];
}
