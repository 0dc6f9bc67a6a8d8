/** Certificates as facts of clouds; who may take which step with them is the business of the slice. */
import { list, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { readStep, storedSteps } from "#core/compliance/certificates/stored-step.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";

/** A row of `certificate` as `SELECT_CERTIFICATE` asks for it. */
export const certificateRow = record({
  id: text,
  number,
  subject: text,
  uuid: text,
  alias: text,
  name: text,
  version: text,
  regions: text,
  demo: number,
  events: text,
});
type CertificateRow = ValueOf<typeof certificateRow>;

/** Certificates with their logs. */
export const SELECT_CERTIFICATE = `
  SELECT id, number, subject, scope_uuid AS uuid, scope_alias AS alias, scope_name AS name, version, regions, demo,
         (SELECT json_group_array(json_object('number', number, 'kind', kind, 'at', at, 'recordedAt', recorded_at,
                                              'by', by_subject, 'reason', reason, 'facts', facts) ORDER BY number)
            FROM certificate_event WHERE certificate_id = certificate.id) AS events
    FROM certificate`;

/** The certificates and applications of a subject, the newest first. */
export async function listCertificatesOf(
  { DB }: Pick<Bindings, "DB">,
  subject: string,
): Promise<readonly Certificate[]> {
  const results = await readRows(
    certificateRow,
    DB.prepare(`${SELECT_CERTIFICATE} WHERE subject = ?1 ORDER BY number DESC`).bind(subject),
  );
  return results.map(readCertificate);
}

/** The certificate that a row tells of. */
export function readCertificate(row: CertificateRow): Certificate {
  const { id, number, subject, uuid, alias, name, version } = row;
  const what = `Certificate ${id}`;
  return {
    id,
    number,
    subject,
    scope: { uuid, alias, name },
    version,
    regions: readStoredJson(what, list(text), row.regions),
    isDemo: row.demo === 1,
    events: readStoredJson(what, storedSteps, row.events).map(readStep),
  };
}
