import { number, record, text } from "#core/base/stored/shape.ts";
import { DEFAULT_LIFETIME, expiryDate } from "#core/standards/scopes/lifetime.ts";
import type { Report, ReportFormat } from "#core/compliance/results/report.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";
import type { Calendar } from "#core/base/time/calendar.ts";
import { instantOf, timestampOf } from "#core/base/time/timestamp.ts";

import type { Bindings } from "../state/bindings.ts";
import { keptStatement } from "../state/kept-bytes.ts";
import { readRows } from "../state/rows.ts";

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
      ...reports.flatMap((entry) => reportStatements(DB, upload, entry, calendar)),
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

function reportStatements(
  DB: D1Database,
  upload: KeptUpload,
  { report, index, scope }: ReportToStore,
  calendar: Calendar,
): D1PreparedStatement[] {
  const { uuid, subject, scopeUuid, checkedAt } = report;
  const checkedOn = calendar.dateOf(instantOf(checkedAt));
  const rows = report.values.map(({ testcase, version, value }) => {
    const lifetime = scope?.testcases.get(testcase)?.lifetime ?? DEFAULT_LIFETIME;
    return { testcase, version, value, expiresAt: timestampOf(calendar.startOf(expiryDate(checkedOn, lifetime))) };
  });
  const json = JSON.stringify(rows);
  return [
    DB.prepare(INSERT_REPORT).bind(
      uuid,
      subject,
      scopeUuid,
      checkedAt,
      timestampOf(upload.uploadedAt),
      upload.uploadedBy,
      upload.format,
      upload.documentSha256,
      index,
      upload.signatureSha256,
      upload.key.name,
      upload.key.type,
      upload.key.blob,
    ),
    DB.prepare(INSERT_LAPSES).bind(subject, scopeUuid, checkedAt, json),
    DB.prepare(INSERT_CHANGES).bind(subject, scopeUuid, checkedAt, json, uuid),
    DB.prepare(UPDATE_LATEST).bind(subject, scopeUuid, checkedAt, json, uuid),
  ];
}

const INSERT_REPORT = `
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                      document_index, signature_sha256, key_name, key_type, key_blob)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)`;

/** The results of a report beside the newest known ones. */
const NEW_AND_LATEST = `
    FROM json_each(?4) AS new
    LEFT JOIN latest_result AS latest
      ON latest.subject = ?1 AND latest.scope_uuid = ?2
     AND latest.testcase = new.value ->> 'testcase' AND latest.version = new.value ->> 'version'`;

/** Results that expired before this report came: the history has a gap there. */
const INSERT_LAPSES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, former_checked_at)
  SELECT ?1, ?2, latest.testcase, latest.version, latest.expires_at, NULL, latest.checked_at
  ${NEW_AND_LATEST}
  WHERE latest.expires_at <= ?3`;

const INSERT_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid, former_checked_at)
  SELECT ?1, ?2, new.value ->> 'testcase', new.value ->> 'version', ?3, new.value ->> 'value', ?5, latest.checked_at
  ${NEW_AND_LATEST}
  WHERE latest.checked_at IS NULL
     OR (latest.checked_at < ?3 AND (latest.value <> new.value ->> 'value' OR latest.expires_at <= ?3))
     OR (latest.checked_at = ?3 AND new.value ->> 'value' < latest.value)`;

/** A report that arrives late changes nothing that is newer; of two of one instant the graver counts, whichever came first. */
const UPDATE_LATEST = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  SELECT ?1, ?2, value ->> 'testcase', value ->> 'version', value ->> 'value', ?3, value ->> 'expiresAt', ?5
    FROM json_each(?4) WHERE true
  ON CONFLICT (subject, scope_uuid, testcase, version) DO UPDATE
    SET value = excluded.value, checked_at = excluded.checked_at, expires_at = excluded.expires_at,
        report_uuid = excluded.report_uuid
  WHERE excluded.checked_at > latest_result.checked_at
     OR (excluded.checked_at = latest_result.checked_at AND excluded.value < latest_result.value)`;
