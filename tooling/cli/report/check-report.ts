import { parseReports } from "#core/compliance/results/parse-reports.ts";
import type { Report, ReportFormat } from "#core/compliance/results/report.ts";
import type { Finding } from "#core/base/finding.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { readNamedFile } from "../../files/read-named-file.ts";
import { CannotRun, type CommandIo } from "../command.ts";

/** More than any server takes. */
const MAX_FILE_BYTES = 100_000_000;

/** A report file as it would arrive. */
export interface CheckedReport {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: ReportFormat;
  readonly reports: readonly Report[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a report file and judges it as the server does after the signature. Files that end in `.json` are JSON, all others
 * YAML. Throws `CannotRun` where the file cannot be read or has no report in it.
 */
export async function checkReport(file: string, timeZone: string, io: CommandIo): Promise<CheckedReport> {
  const read = await readNamedFile(file, { cwd: io.cwd, limitBytes: MAX_FILE_BYTES });
  if (!read.ok) throw new CannotRun(read.failure);
  const bytes = read.value;
  const format = file.endsWith(".json") ? "json" : "yaml";
  const readings = parseReports(bytes, { format, path: file, now: io.now(), calendar: calendarFrom(timeZone) });
  if (readings.length === 0) throw new CannotRun(`\`${file}\` has no report in it.`);
  return {
    bytes,
    format,
    reports: readings.flatMap(({ report }) => report ?? []),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

function calendarFrom(timeZone: string) {
  try {
    return calendarOf(timeZone);
  } catch {
    throw new CannotRun(`\`${timeZone}\` is no time zone; write an IANA name such as \`Europe/Berlin\`.`);
  }
}
