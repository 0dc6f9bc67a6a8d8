import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { parseReports } from "#core/compliance/results/parse-reports.ts";
import type { Report, ReportFormat } from "#core/compliance/results/report.ts";
import type { Finding } from "#core/base/finding.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { CannotRun, type CommandIo } from "../command.ts";

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
  const bytes = await readFile(resolve(io.cwd, file)).catch(() => {
    throw new CannotRun(`\`${file}\` cannot be read.`);
  });
  const format = file.endsWith(".json") ? "json" : "yaml";
  const readings = parseReports(bytes, { format, path: file, now: io.now(), calendar: calendarFrom(timeZone) });
  if (readings.length === 0) throw new CannotRun(`\`${file}\` has no report in it.`);
  return {
    bytes: Uint8Array.from(bytes),
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
