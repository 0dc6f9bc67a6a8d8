import { scanJson } from "#core/base/json/scan-json.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { readYamlStream, type YamlReading } from "#core/base/yaml/read-yaml.ts";
import { validate, type ReportFile } from "#schemas/compiled/report.js";

import type { Finding, Place } from "#core/base/finding.ts";
import type { Calendar } from "#core/base/time/calendar.ts";
import { instantOf, parseTimestamp } from "#core/base/time/timestamp.ts";
import type { ResultValue } from "../standing/evaluate.ts";
import { EVERY_VERSION, type Report, type ReportedValue, type ReportFormat } from "./report.ts";

/** One document of an upload; `report` is undefined where an error leaves nothing to store. */
export interface ReportReading {
  readonly report: Report | undefined;
  readonly findings: readonly Finding[];
}

/** The documents of an upload that was accepted, as they are; undefined entries were no reports. */
export function readReportFiles(bytes: Uint8Array): readonly (ReportFile | undefined)[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return [];
  const origin = { path: "report", rule: "report", source: SOURCE };
  return readYamlStream(decoded.value.text, validate, origin).map(({ value }) => value);
}

/** How to read an upload. */
export interface ReadingOptions {
  readonly format: ReportFormat;
  /** Name of the file or upload, for the places of findings. */
  readonly path: string;
  readonly now: Date;
  /** The calendar of timestamps without offset. */
  readonly calendar: Calendar;
}

/** Most documents in one upload; a nightly run of every known cloud has some thirty. */
export const MAX_REPORTS_PER_UPLOAD = 200;
/** Most results in one report; the largest scope has 91 testcases. */
export const MAX_RESULTS_PER_REPORT = 5_000;
/** How far the clock of a tester may be ahead; later results would outlast and outrank honest ones. */
export const MAX_CLOCK_SKEW_IN_MS = 3_600_000;

const SOURCE = { clause: "SCS-0004, Compliance reports" } as const;
const JSON_LIMITS = { maxDepth: 64, maxContainers: 200_000, maxNameLength: 1_000 } as const;

/**
 * Reads the documents of an upload: a stream of YAML documents, or one JSON object. Every document is judged on its own.
 * No documents at all give an empty list. Never throws.
 */
export function parseReports(bytes: Uint8Array, options: ReadingOptions): readonly ReportReading[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const message = `The byte at offset ${decoded.failure.byteOffset} is not UTF-8; write the report as UTF-8.`;
    return [refuse("report-encoding", message, placeAtStart(options.path))];
  }
  const { text } = decoded.value;
  const nul = text.indexOf("\0");
  if (nul >= 0) return [refuseNul(text, nul, options.path)];
  if (options.format === "json") {
    const refusal = refuseJson(text, options.path);
    if (refusal !== undefined) return [refusal];
  }
  // JSON is YAML too: one reader gives both their places.
  const readings = readYamlStream(text, validate, { path: options.path, rule: "report", source: SOURCE });
  if (readings.length > MAX_REPORTS_PER_UPLOAD) {
    const message = `The upload has ${readings.length} reports, the limit is ${MAX_REPORTS_PER_UPLOAD}; upload them in parts.`;
    return [refuse("report-count", message, placeAtStart(options.path))];
  }
  return readings.map((reading) => readReport(reading, options));
}

function readReport(
  { value: file, findings, placeAt }: YamlReading<ReportFile>,
  options: ReadingOptions,
): ReportReading {
  if (file === undefined) return { report: undefined, findings };
  const { now, calendar } = options;
  const checkedAt = parseTimestamp(file.checked_at, calendar);
  if (checkedAt === undefined) {
    const message = `\`${file.checked_at}\` is no date and time; write \`2026-11-20T01:02:03Z\`.`;
    return refuse("report-date", message, placeAt("/checked_at"));
  }
  if (instantOf(checkedAt).getTime() > now.getTime() + MAX_CLOCK_SKEW_IN_MS) {
    const message = `The check is dated ${checkedAt}, more than an hour after now; correct the clock or the time zone.`;
    return refuse("report-future", message, placeAt("/checked_at"));
  }
  const values = readValues(file);
  if (values.length > MAX_RESULTS_PER_REPORT) {
    const message = `The report has ${values.length} results, the limit is ${MAX_RESULTS_PER_REPORT}; split it.`;
    return refuse("report-count", message, placeAt("/run"));
  }
  if (values.length === 0) return refuse("report-empty", WITHOUT_RESULTS, placeAt("/run"));
  const { subject, run, spec } = file;
  return { report: { uuid: run.uuid.toLowerCase(), subject, scopeUuid: spec.uuid, checkedAt, values }, findings: [] };
}

const WITHOUT_RESULTS =
  "The report has no result, so it would say nothing and use up its UUID; write what was found below `run.invocations.<id>.results`, by testcase: 1, 0 or -1 (PASS, ABORT, FAIL).";

/**
 * Results of all invocations; those by version where an old report has them, and then these alone: its invocations only tell how
 * they came about. Of two for one testcase the graver counts.
 */
function readValues({ run, versions }: ReportFile): readonly ReportedValue[] {
  const gravest = new Map<string, ReportedValue>();
  const add = (testcase: string, version: string, value: ResultValue): void => {
    const key = `${version} ${testcase}`;
    if (value < (gravest.get(key)?.value ?? 2)) gravest.set(key, { testcase, version, value });
  };
  const invocations = versions === undefined ? Object.values(run.invocations ?? {}) : [];
  for (const { results } of invocations) {
    for (const [testcase, value] of Object.entries(results ?? {})) add(testcase, EVERY_VERSION, value);
  }
  for (const [version, results] of Object.entries(versions ?? {})) {
    for (const [testcase, { result }] of Object.entries(results)) add(testcase, version, result);
  }
  return [...gravest.values()];
}

/** No database of the field holds it in a text, and YAML forbids it; tools print it where they meant nothing. */
function refuseNul(text: string, offset: number, path: string): ReportReading {
  const lines = createLineIndex(text);
  const start = lines.positionAt(offset);
  const message = "The report has a NUL byte here; remove it from the output of the test, then sign the report again.";
  return refuse("report-syntax", message, { path, start, end: start });
}

function refuseJson(text: string, path: string): ReportReading | undefined {
  const scanned = scanJson(text, JSON_LIMITS);
  if (scanned.ok) return undefined;
  const { offset, pointer } = scanned.failure;
  const lines = createLineIndex(text);
  const start = lines.positionAt(offset);
  const message =
    scanned.failure.kind === "syntax"
      ? `This is not JSON: expected ${scanned.failure.expected}.`
      : `The JSON goes beyond a limit (${scanned.failure.kind.replaceAll("-", " ")}: ${scanned.failure.limit}).`;
  const place = { path, start, end: start, pointer, quote: lines.lineText(start.line).slice(0, 200) };
  return refuse("report-syntax", message, place);
}

function refuse(ruleId: string, message: string, place: Place): ReportReading {
  return { report: undefined, findings: [{ ruleId, severity: "error", message, place, source: SOURCE }] };
}

function placeAtStart(path: string): Place {
  const start = { line: 1, column: 1 };
  return { path, start, end: start };
}
