/**
 * Bytes that rows name lie in R2, where no transaction reaches. So that none of them is ever deleted under a row: whoever brings
 * bytes notes them first (`pending_upload`), whoever takes them away only notes them too, and the sweep alone deletes, a day
 * later, what nothing names. While it does, the same bytes are not accepted; a moment later they are.
 */
import { record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "./bindings.ts";
import { readRows } from "./rows.ts";

/** Bytes without an owner stay this long: their sender got no answer and sends them again, or their owner thinks better of it. */
const GRACE_MS = 86_400_000;
const MOST_PER_RUN = 200;
/** In place of the instant at which the keeping began: the sweep is deleting these bytes. */
const LEAVING = "leaving";

/** Thrown where the sweep is deleting the very bytes that were sent; sending them again in a moment succeeds. */
export class BytesAreLeaving extends Error {
  override name = "BytesAreLeaving";
}

/** Bytes to keep, by their SHA-256 (hex). */
export interface BytesToKeep {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer> | string;
}

/**
 * Keeps a document and what was signed with it (nothing, where it came without signature), once each. What this notes goes with
 * `keptStatement` in the transaction that stores the rows. Throws `BytesAreLeaving`.
 */
export async function keepBytes(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  document: BytesToKeep,
  signature: BytesToKeep | undefined,
  now: Date,
): Promise<void> {
  const { meta } = await DB.prepare(
    `INSERT INTO pending_upload (document_sha256, signature_sha256, begun_at)
     SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM pending_upload
       WHERE begun_at = '${LEAVING}' AND (document_sha256 IN (?1, ?2) OR signature_sha256 IN (?1, ?2)))
     ON CONFLICT DO UPDATE SET begun_at = excluded.begun_at`,
  )
    .bind(document.sha256, signature?.sha256 ?? document.sha256, now.toISOString())
    .run();
  if (meta.changes === 0) throw new BytesAreLeaving("The same bytes are being removed.");
  await Promise.all(
    [document, ...(signature === undefined ? [] : [signature])].map(({ sha256, bytes }) =>
      BLOBS.put(`blobs/${sha256}`, bytes, { sha256 }),
    ),
  );
}

/** The statement that ends the keeping, for the transaction that stores the rows which name the bytes. */
export function keptStatement(
  db: D1Database,
  documentSha256: string,
  signatureSha256: string | undefined,
): D1PreparedStatement {
  return db
    .prepare("DELETE FROM pending_upload WHERE document_sha256 = ?1 AND signature_sha256 = ?2")
    .bind(documentSha256, signatureSha256 ?? documentSha256);
}

/** The statement that lets bytes go which a row named that goes in the same transaction: the sweep looks after a day. */
export function releaseStatement(db: D1Database, sha256: string, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO pending_upload (document_sha256, signature_sha256, begun_at) VALUES (?1, ?1, ?2)
       ON CONFLICT DO UPDATE SET begun_at = excluded.begun_at`,
    )
    .bind(sha256, now.toISOString());
}

/** Puts bytes back that a row names and the bucket lacks: "known" means that they are there, so a repeat heals. */
export async function healBytes({ BLOBS }: Pick<Bindings, "BLOBS">, kept: readonly BytesToKeep[]): Promise<void> {
  for (const { sha256, bytes } of kept) {
    const key = `blobs/${sha256}`;
    if ((await BLOBS.head(key)) === null) await BLOBS.put(key, bytes, { sha256 });
  }
}

/**
 * Deletes bytes that were noted more than a day ago and that no row names. Answers how many objects went. A run that dies in
 * between is completed by the next one.
 */
export async function sweepBytes({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, now: Date): Promise<number> {
  const before = new Date(now.getTime() - GRACE_MS).toISOString();
  // From here on nobody begins to keep these bytes, so whoever names them names them already.
  await DB.prepare(
    `UPDATE pending_upload SET begun_at = '${LEAVING}' WHERE (document_sha256, signature_sha256) IN
       (SELECT document_sha256, signature_sha256 FROM pending_upload WHERE begun_at < ?1
         ORDER BY begun_at LIMIT ${MOST_PER_RUN})`,
  )
    .bind(before)
    .run();
  const results = await readRows(record({ sha256: text }), DB.prepare(NAMED_BY_NOTHING));
  if (results.length > 0) await BLOBS.delete(results.map(({ sha256 }) => `blobs/${sha256}`));
  await DB.prepare(`DELETE FROM pending_upload WHERE begun_at = '${LEAVING}'`).run();
  return results.length;
}

const NAMED_BY_NOTHING = `
  WITH leaving AS (SELECT * FROM pending_upload WHERE begun_at = '${LEAVING}'),
       hashes AS (SELECT document_sha256 AS sha256 FROM leaving UNION SELECT signature_sha256 FROM leaving)
  SELECT sha256 FROM hashes
   WHERE NOT EXISTS (SELECT 1 FROM report WHERE document_sha256 = hashes.sha256)
     AND NOT EXISTS (SELECT 1 FROM report WHERE signature_sha256 = hashes.sha256)
     AND NOT EXISTS (SELECT 1 FROM snapshot_file WHERE snapshot_file.sha256 = hashes.sha256)
     AND NOT EXISTS (SELECT 1 FROM sbom WHERE sbom.sha256 = hashes.sha256)
     AND NOT EXISTS (SELECT 1 FROM sbom_event WHERE sbom_event.signature_sha256 = hashes.sha256)
     AND NOT EXISTS (SELECT 1 FROM pending_upload WHERE begun_at <> '${LEAVING}'
                      AND (document_sha256 = hashes.sha256 OR signature_sha256 = hashes.sha256))`;
