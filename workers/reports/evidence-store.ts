import { number, object, oneOf, text } from "#core/base/stored/shape.ts";
import { readReportFiles } from "#core/compliance/results/parse-reports.ts";
import type { ReportFormat } from "#core/compliance/results/report.ts";
import type { ReportFile } from "#schemas/compiled/report.js";

import type { Bindings } from "../state/bindings.ts";
import { readRow, readRows } from "../state/rows.ts";

/** A stored report with what is known of its upload. */
export interface StoredReport {
  readonly uuid: string;
  readonly subject: string;
  readonly scopeUuid: string;
  readonly checkedAt: string;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
  readonly format: ReportFormat;
  readonly documentSha256: string;
  readonly documentIndex: number;
  readonly signatureSha256: string;
  readonly keyType: string;
  readonly keyBlob: string;
  readonly isDemo: boolean;
}

const COLUMNS = `uuid, report.subject, scope_uuid AS scopeUuid, checked_at AS checkedAt, uploaded_at AS uploadedAt,
  uploaded_by AS uploadedBy, format, document_sha256 AS documentSha256, document_index AS documentIndex,
  signature_sha256 AS signatureSha256, key_type AS keyType, key_blob AS keyBlob, coalesce(account.demo, 0) AS demo`;

type Row = Omit<StoredReport, "isDemo"> & { readonly demo: number };
const storedReport = object<Row>({
  uuid: text,
  subject: text,
  scopeUuid: text,
  checkedAt: text,
  uploadedAt: text,
  uploadedBy: text,
  format: oneOf("yaml", "json"),
  documentSha256: text,
  documentIndex: number,
  signatureSha256: text,
  keyType: text,
  keyBlob: text,
  demo: number,
});

/** A report by its UUID, in whatever case; undefined when there is none. */
export async function findReport({ DB }: Pick<Bindings, "DB">, uuid: string): Promise<StoredReport | undefined> {
  const row = await readRow(
    storedReport,
    DB.prepare(`SELECT ${COLUMNS} FROM report LEFT JOIN account USING (subject) WHERE uuid = ?1`).bind(
      uuid.toLowerCase(),
    ),
  );
  if (row === undefined) return undefined;
  const { demo, ...report } = row;
  return { ...report, isDemo: demo === 1 };
}

/** Reports of a subject, or of all where it is undefined, newest check first. */
export async function listReports(
  { DB }: Pick<Bindings, "DB">,
  { subject, limit, skip }: { subject: string | undefined; limit: number; skip: number },
): Promise<readonly StoredReport[]> {
  // Two statements, not one with an optional filter, which would read every report of every cloud.
  const rest = "ORDER BY checked_at DESC, uuid LIMIT ?1 OFFSET ?2";
  const selected = `SELECT ${COLUMNS} FROM report LEFT JOIN account USING (subject)`;
  const statement =
    subject === undefined
      ? DB.prepare(`${selected} ${rest}`).bind(limit, skip)
      : DB.prepare(`${selected} WHERE report.subject = ?3 ${rest}`).bind(limit, skip, subject);
  const results = await readRows(storedReport, statement);
  return results.map(({ demo, ...report }) => ({ ...report, isDemo: demo === 1 }));
}

/** The document of a report, read from the bytes that were signed; undefined if they are gone. */
export async function readReportFile(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  { documentSha256, documentIndex }: StoredReport,
): Promise<ReportFile | undefined> {
  const blob = await BLOBS.get(`blobs/${documentSha256}`);
  return blob === null ? undefined : readReportFiles(new Uint8Array(await blob.arrayBuffer()))[documentIndex];
}
