import type { Bindings } from "../state/bindings.ts";

/** An upload that is not complete after this time never will be: its sender got no answer and sends it again. */
const ABANDONED_AFTER_MS = 86_400_000;
const MOST_PER_RUN = 200;

/**
 * Removes what uploads left behind that were never completed: bytes that no row names. Answers how many objects went.
 * Bytes that something else has published too stay. Sending the same upload again at this very moment puts them back.
 */
export async function sweepUploads({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, now: Date): Promise<number> {
  const before = new Date(now.getTime() - ABANDONED_AFTER_MS).toISOString();
  const { results } = await DB.prepare(
    `WITH abandoned AS (SELECT * FROM pending_upload WHERE begun_at < ?1 ORDER BY begun_at LIMIT ${MOST_PER_RUN}),
          hashes AS (SELECT document_sha256 AS sha256 FROM abandoned UNION SELECT signature_sha256 FROM abandoned)
     SELECT sha256 FROM hashes
      WHERE NOT EXISTS (SELECT 1 FROM report WHERE document_sha256 = sha256 OR signature_sha256 = sha256)
        AND NOT EXISTS (SELECT 1 FROM snapshot_file WHERE snapshot_file.sha256 = hashes.sha256)
        AND NOT EXISTS (SELECT 1 FROM sbom WHERE sbom.sha256 = hashes.sha256)`,
  )
    .bind(before)
    .all<{ sha256: string }>();
  if (results.length > 0) await BLOBS.delete(results.map(({ sha256 }) => `blobs/${sha256}`));
  await DB.prepare(
    `DELETE FROM pending_upload WHERE (document_sha256, signature_sha256) IN
       (SELECT document_sha256, signature_sha256 FROM pending_upload WHERE begun_at < ?1
         ORDER BY begun_at LIMIT ${MOST_PER_RUN})`,
  )
    .bind(before)
    .run();
  return results.length;
}
