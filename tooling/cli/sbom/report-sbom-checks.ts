import { countFindings, occurrencesOf, type Finding, type Severity } from "#core/base/finding.ts";
import type { SbomCheck } from "#core/sboms/checking/check-sbom.ts";
import { countComponents } from "#core/sboms/view/sbom-content.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun, type CommandIo } from "../command.ts";
import { closestName } from "#core/base/text/closest-name.ts";
import { severitiesFrom } from "../formats/severities.ts";
import { FORMATS } from "../formats/index.ts";
import { formatCounts, formatFinding } from "../format-finding.ts";
import type { Paint } from "../paint.ts";

/** One file and what the check says. */
export interface CheckedSbomFile {
  readonly path: string;
  readonly check: SbomCheck;
  readonly bytes: Uint8Array;
}

/** One file and what is to be reported of it. */
export interface ReportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/** Formats that CI systems read, the same as those of `stele check`. */
const REPORT_FORMATS = ["github", "gitlab", "sarif", "rdjson", "junit", "csv", "html"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The least severity that fails a run. */
export type FailOn = Severity | "never";

const FAIL_ON: readonly FailOn[] = ["error", "warning", "note", "never"];

/** What stands behind `--fail-on`. */
export function chosenFailOn(text: string): FailOn {
  const known = FAIL_ON.find((one) => one === text);
  if (known !== undefined) return known;
  throw new CannotRun(
    `\`--fail-on\` knows no \`${text}\`; there are ${FAIL_ON.map((name) => `\`${name}\``).join(", ")}.`,
  );
}

/** Whether there is something grave enough to fail a run. */
export function fails(counts: Readonly<Record<Severity, number>>, failOn: FailOn): boolean {
  return [...severitiesFrom(failOn)].some((severity) => counts[severity] > 0);
}

/** Whether findings can be written in a format. */
export function isReportFormat(format: string): format is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(format);
}

/** What to say of a format that is none. */
export function unknownFormat(format: string): CannotRun {
  const known = ["pretty", "json", ...REPORT_FORMATS].map((name) => `\`${name}\``).join(", ");
  const near = closestName(format, ["pretty", "json", ...REPORT_FORMATS]);
  const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return new CannotRun(`There is no format \`${format}\`; there are ${known}.${hint}`);
}

/** Writes the findings of all files in a format that CI systems read. */
export function writeReport(
  format: ReportFormat,
  files: readonly ReportedFile[],
  milliseconds: number,
  io: CommandIo,
  failOn: FailOn = "error",
): void {
  const findings = files.flatMap((file) => file.findings);
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const report = {
    findings,
    counts: countFindings(findings),
    files: files.length,
    milliseconds,
    paths: files.map(({ path }) => path),
    failOn,
    siteAddress: undefined,
    textOf: (path: string) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
  };
  io.writeOut(FORMATS[format]?.(report, { color: false, columns: io.columns, isSummary: false }) ?? "");
}

/** Findings and verdict for people; `findings` are those to be shown (default: all). */
export function describeCheck(
  {
    path,
    check,
    findings = check.findings,
  }: Pick<CheckedSbomFile, "path" | "check"> & Partial<Pick<SbomCheck, "findings">>,
  paint: Paint,
): string {
  return [...findings.map((finding) => formatFinding(finding, paint)), summaryOf(path, check, paint)].join("\n");
}

function summaryOf(path: string, check: SbomCheck, paint: Paint): string {
  const { counts, findings } = check;
  const verdict = check.isValid ? paint("green", "valid") : paint("red", "not valid");
  const format = check.format === undefined ? "" : ` ${check.format.name} ${check.format.version}`;
  const size = check.isValid ? `, ${countComponents(check.content)} components` : "";
  const listed = findings.reduce((sum, finding) => sum + occurrencesOf(finding), 0);
  const hidden = counts.error + counts.warning + counts.note - listed;
  const more = hidden > 0 ? `; ${hidden} of them not listed` : "";
  return `${paint("bold", escapeControls(path))}: ${verdict}${format}${size}, ${formatCounts(counts)}${more}`;
}
