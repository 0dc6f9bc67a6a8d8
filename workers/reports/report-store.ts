import { number, record, text } from "#core/base/stored/shape.ts";
import { DEFAULT_LIFETIME, expiryDate } from "#core/standards/scopes/lifetime.ts";
import type { Report, ReportFormat } from "#core/compliance/results/report.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";
import type { Calendar } from "#core/base/time/calendar.ts";
import { instantOf, timestampOf } from "#core/base/time/timestamp.ts";

import type { Bindings } from "../state/bindings.ts";
import { jsonChunks } from "../http/json-chunks.ts";
import { keptStatement } from "../state/kept-bytes.ts";
import { readRows } from "../state/rows.ts";
import { RESULT_STATEMENTS } from "./result-statements.ts";

/** An upload whose original bytes are kept with its reports. */
export interface KeptUpload {
  readonly format: ReportFormat;
  readonly documentSha256: string;
  readonly signatureSha256: string;
  readonly key: RegisteredKey;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** A report with its place in the upload and the scope it is about, where that is published. */
export interface ReportToStore {
  readonly report: Report;
  readonly index: number;
  readonly scope: Scope | undefined;
}

/** Which of these reports are there already, with the bytes they came from. */
export async function findReportOrigins(
  { DB }: Pick<Bindings, "DB">,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, { readonly documentSha256: string; readonly documentIndex: number }>> {
  const results = await readRows(
    record({ uuid: text, documentSha256: text, documentIndex: number }),
    DB.prepare(
      `SELECT uuid, document_sha256 AS documentSha256, document_index AS documentIndex
       FROM report WHERE uuid IN (SELECT value FROM json_each(?1))`,
    ).bind(JSON.stringify(uuids)),
  );
  return new Map(results.map(({ uuid, ...origin }) => [uuid, origin]));
}

/**
 * Stores reports with their results in one transaction: all of them or none. Answers false where a report with one of
 * the UUIDs is there already.
 */
export async function storeReports(
  { DB }: Pick<Bindings, "DB">,
  upload: KeptUpload,
  reports: readonly ReportToStore[],
  calendar: Calendar,
): Promise<boolean> {
  try {
    const { documentSha256, signatureSha256 } = upload;
    await DB.batch([
      ...reportStatements(DB, upload, reports, calendar),
      keptStatement(DB, documentSha256, signatureSha256),
    ]);
    return true;
  } catch (error) {
    // Another upload with the same report may have won the race; anything else is our own trouble.
    const uuids = reports.map(({ report }) => report.uuid);
    if ((await findReportOrigins({ DB }, uuids)).size > 0) return false;
    throw error;
  }
}

/** Rows of one statement: a report with more results travels in parts, so that no value grows beyond what D1 takes. */
const MAX_ROWS = 1_000;

/**
 * The statements for reports, however many there are: their rows, then their results in the order in which they were checked, so
 * that the results of an upload meet each other as if each report had come by itself.
 */
function reportStatements(
  db: D1Database,
  upload: KeptUpload,
  reports: readonly ReportToStore[],
  calendar: Calendar,
): readonly D1PreparedStatement[] {
  const { uploadedAt, uploadedBy, format, documentSha256, signatureSha256, key } = upload;
  const common = [
    timestampOf(uploadedAt),
    uploadedBy,
    format,
    documentSha256,
    signatureSha256,
    key.name,
    key.type,
    key.blob,
  ];
  const sorted = reports.toSorted((a, b) => (a.report.checkedAt < b.report.checkedAt ? -1 : 1));
  // Report by report in time: a late result holds until the next check that is stored, so later ones of the upload come after it.
  return jsonChunks(sorted.flatMap((entry) => resultRows(entry, calendar))).flatMap((chunk) => [
    db.prepare(INSERT_REPORTS).bind(chunk, ...common),
    ...RESULT_STATEMENTS.map((statement) => db.prepare(statement).bind(chunk)),
  ]);
}

/** The results of a report as they travel: what all have in common once. */
function resultRows({ report, index, scope }: ReportToStore, calendar: Calendar) {
  const { uuid, subject, scopeUuid, checkedAt } = report;
  const checkedOn = calendar.dateOf(instantOf(checkedAt));
  const results = report.values.map(({ testcase, version, value }) => {
    const lifetime = scope?.testcases.get(testcase)?.lifetime ?? DEFAULT_LIFETIME;
    return [testcase, version, value, timestampOf(calendar.startOf(expiryDate(checkedOn, lifetime)))] as const;
  });
  const common = { uuid, subject, scopeUuid, at: checkedAt };
  const parts: object[] = [{ ...common, index, results: results.slice(0, MAX_ROWS) }];
  for (let begin = MAX_ROWS; begin < results.length; begin += MAX_ROWS) {
    parts.push({ ...common, results: results.slice(begin, begin + MAX_ROWS) });
  }
  return parts;
}

const INSERT_REPORTS = `
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, document_index, uploaded_at, uploaded_by, format,
                      document_sha256, signature_sha256, key_name, key_type, key_blob)
  SELECT value ->> 'uuid', value ->> 'subject', value ->> 'scopeUuid', value ->> 'at', value ->> 'index',
         ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
    FROM json_each(?1) WHERE value ->> 'index' IS NOT NULL`;
