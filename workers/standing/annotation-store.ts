import { instant, nullable, number, oneOf, record, text } from "#core/base/stored/shape.ts";
import { ANNOTATION_KINDS, type HistoryAnnotation } from "#core/compliance/history/history-annotation.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRow, readRows } from "../state/rows.ts";

type Database = Pick<Bindings, "DB">;

/** A remark as it is to be written down. */
export type NewAnnotation = Pick<HistoryAnnotation, "kind" | "from" | "to" | "note" | "by" | "recordedAt">;

const annotationRow = record({
  number,
  kind: oneOf(...ANNOTATION_KINDS),
  fromAt: instant,
  toAt: nullable(instant),
  note: text,
  by: text,
  recordedAt: instant,
  withdrawnAt: nullable(instant),
});

/** The remarks on a subject in a scope, withdrawn ones included, in the order in which they were written. */
export async function listAnnotations(
  { DB }: Database,
  subject: string,
  scopeUuid: string,
): Promise<readonly HistoryAnnotation[]> {
  const results = await readRows(
    annotationRow,
    DB.prepare(
      `SELECT entry.number, entry.kind, entry.from_at AS fromAt, entry.to_at AS toAt, entry.note, entry.by_subject AS "by",
            entry.recorded_at AS recordedAt, later.recorded_at AS withdrawnAt
       FROM history_annotation AS entry LEFT JOIN history_annotation AS later ON later.withdraws = entry.number
      WHERE entry.subject = ?1 AND entry.scope_uuid = ?2 AND entry.kind IS NOT NULL ORDER BY entry.number`,
    ).bind(subject, scopeUuid),
  );
  return results.map(({ fromAt, toAt, recordedAt, withdrawnAt, ...row }) => ({
    ...row,
    from: new Date(fromAt),
    to: toAt === null ? undefined : new Date(toAt),
    recordedAt: new Date(recordedAt),
    withdrawnAt: withdrawnAt === null ? undefined : new Date(withdrawnAt),
  }));
}

/** Writes a remark down; its number. */
export async function addAnnotation(
  { DB }: Database,
  subject: string,
  scopeUuid: string,
  { kind, from, to, note, by, recordedAt }: NewAnnotation,
): Promise<number> {
  const row = await readRow(
    record({ number }),
    DB.prepare(
      `INSERT INTO history_annotation (subject, scope_uuid, kind, from_at, to_at, note, by_subject, recorded_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING number`,
    ).bind(subject, scopeUuid, kind, from.toISOString(), to?.toISOString() ?? null, note, by, recordedAt.toISOString()),
  );
  if (row === undefined) throw new Error("the database added an annotation without saying which");
  return row.number;
}

/** Takes a remark back by a further entry. False where there is none of this number, or it was taken back before. */
export async function withdrawAnnotation(
  { DB }: Database,
  subject: string,
  scopeUuid: string,
  {
    number,
    note,
    by,
    recordedAt,
  }: { readonly number: number; readonly note: string; readonly by: string; readonly recordedAt: Date },
): Promise<boolean> {
  const { meta } = await DB.prepare(
    `INSERT INTO history_annotation (subject, scope_uuid, withdraws, note, by_subject, recorded_at)
     SELECT subject, scope_uuid, number, ?4, ?5, ?6 FROM history_annotation
      WHERE number = ?1 AND subject = ?2 AND scope_uuid = ?3 AND kind IS NOT NULL
     ON CONFLICT (withdraws) DO NOTHING`,
  )
    .bind(number, subject, scopeUuid, note, by, recordedAt.toISOString())
    .run();
  return meta.changes > 0;
}
