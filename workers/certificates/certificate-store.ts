import { anything, nullable, number, record, text } from "#core/base/stored/shape.ts";
import type { Certificate, CertificateEvent, Evidence } from "#core/compliance/certificates/certificate.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch, readRow, readRows } from "../state/rows.ts";
import { certificateRow, readCertificate, SELECT_CERTIFICATE } from "../standing/certificate-facts.ts";

type Database = Pick<Bindings, "DB">;

/** What is fixed with the application. */
export type NewCertificate = Omit<Certificate, "id" | "number" | "events">;

/** Every certificate and application with its log, the newest first: for the feed, status lists and the certification body. */
export async function listCertificates({ DB }: Database): Promise<readonly Certificate[]> {
  const results = await readRows(certificateRow, DB.prepare(`${SELECT_CERTIFICATE} ORDER BY number DESC`));
  return results.map(readCertificate);
}

/** Certificates of a page. */
const PART = 50;

/** Part of a list, and whether it goes on. */
export interface CertificatePart {
  readonly certificates: readonly Certificate[];
  /** Behind which certificate the list goes on; undefined at its end. */
  readonly next: string | undefined;
}

/** Certificates and applications, the newest first, from the one behind `before`. */
export async function listCertificatePart({ DB }: Database, before: string | undefined): Promise<CertificatePart> {
  return partOf(
    before === undefined
      ? DB.prepare(`${SELECT_CERTIFICATE} ORDER BY number DESC LIMIT ?1`).bind(PART + 1)
      : DB.prepare(
          `${SELECT_CERTIFICATE} WHERE number < (SELECT number FROM certificate WHERE id = ?2) ORDER BY number DESC LIMIT ?1`,
        ).bind(PART + 1, before),
  );
}

/** Those that were ever revoked, the newest first, from the one behind `before`. */
export async function listRevokedPart({ DB }: Database, before: string | undefined): Promise<CertificatePart> {
  const revoked = `
    SELECT DISTINCT certificate_id FROM certificate_event
     WHERE kind = 'revoked' AND certificate_id < ?2 ORDER BY certificate_id DESC LIMIT ?1`;
  // No id begins with a letter.
  return partOf(
    DB.prepare(`${SELECT_CERTIFICATE} WHERE id IN (${revoked}) ORDER BY id DESC`).bind(PART + 1, before ?? "x"),
  );
}

/** When the next step counts that is announced, of whatever certificate. */
export async function nextStepAt({ DB }: Database, instant: Date): Promise<Date | undefined> {
  const row = await readRow(
    record({ at: nullable(text) }),
    DB.prepare("SELECT min(at) AS at FROM certificate_event WHERE at > ?1").bind(instant.toISOString()),
  );
  return row === undefined || row.at === null || row.at === undefined ? undefined : new Date(row.at);
}

async function partOf(statement: D1PreparedStatement): Promise<CertificatePart> {
  const results = await readRows(certificateRow, statement);
  const certificates = results.slice(0, PART).map(readCertificate);
  return { certificates, next: results.length > PART ? certificates.at(-1)?.id : undefined };
}

/** A certificate by its id. */
export async function findCertificate({ DB }: Database, id: string): Promise<Certificate | undefined> {
  const row = await readRow(certificateRow, DB.prepare(`${SELECT_CERTIFICATE} WHERE id = ?1`).bind(id));
  return row === undefined ? undefined : readCertificate(row);
}

/** Stores an application with its first step, in one transaction; the certificate as it is then. */
export async function addCertificate(
  { DB }: Database,
  certificate: NewCertificate,
  event: CertificateEvent,
): Promise<Certificate> {
  // As text: the database reads numbers of JavaScript as 2026.0.
  const year = String(event.recordedAt.getUTCFullYear());
  const { subject, scope, version, regions, isDemo } = certificate;
  const [[row]] = await readBatch(
    DB,
    [
      record({ id: text, number }),
      DB.prepare(
        `INSERT INTO certificate (number, id, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
       SELECT (SELECT coalesce(max(number) + 1, 0) FROM certificate),
              printf('%s-%04d', ?1, 1 + (SELECT count(*) FROM certificate WHERE id LIKE ?1 || '-%')),
              ?2, ?3, ?4, ?5, ?6, ?7, ?8
       RETURNING id, number`,
      ).bind(year, subject, scope.uuid, scope.alias, scope.name, version, JSON.stringify(regions), isDemo ? 1 : 0),
    ],
    [anything, insertEvent(DB, "(SELECT id FROM certificate ORDER BY number DESC LIMIT 1)", event)],
  );
  if (row === undefined) throw new Error("the database added a certificate without saying which");
  return { ...certificate, ...row, events: [event] };
}

/** Appends a step. False where another step came first: the decision was made on a log that is out of date. */
export async function appendEvent({ DB }: Database, id: string, event: CertificateEvent): Promise<boolean> {
  try {
    await insertEvent(DB, "?8", event, id).run();
    return true;
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint failed: certificate_event/.test(error.message)) return false;
    throw error;
  }
}

/** The newest report of a subject in a scope: what a grant rests on. */
export async function newestReport({ DB }: Database, subject: string, scopeUuid: string): Promise<readonly Evidence[]> {
  const results = await readRows(
    record({ reportUuid: text, sha256: text }),
    DB.prepare(
      `SELECT uuid AS reportUuid, document_sha256 AS sha256 FROM report
      WHERE subject = ?1 AND scope_uuid = ?2 ORDER BY checked_at DESC LIMIT 1`,
    ).bind(subject, scopeUuid),
  );
  return results;
}

/** Whether an account of this name is declared, and whether it is made up. */
export async function findSubject({ DB }: Database, subject: string): Promise<{ isDemo: boolean } | undefined> {
  const row = await readRow(
    record({ demo: number }),
    DB.prepare("SELECT demo FROM account WHERE subject = ?1").bind(subject),
  );
  return row === undefined ? undefined : { isDemo: row.demo === 1 };
}

/** `certificateId` is an SQL expression of ours, never input. */
function insertEvent(
  DB: D1Database,
  certificateId: string,
  { number, kind, at, recordedAt, by, reason, ...facts }: CertificateEvent,
  ...more: readonly string[]
): D1PreparedStatement {
  return DB.prepare(
    `INSERT INTO certificate_event (certificate_id, number, kind, at, recorded_at, by_subject, reason, facts)
     VALUES (${certificateId}, ?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
  ).bind(number, kind, at.toISOString(), recordedAt.toISOString(), by, reason, JSON.stringify(facts), ...more);
}
