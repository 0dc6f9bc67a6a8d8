import { object, record, text } from "#core/base/stored/shape.ts";
import type { Finding } from "#core/base/finding.ts";
import { findings as storedFindings } from "#core/base/stored/finding-shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import { fileKind } from "#core/standards/publishing/stored-facts.ts";
import { manifestText, type ManifestFile } from "#core/standards/publishing/manifest.ts";
import type { RenderedFile } from "#core/standards/publishing/render-file.ts";
import { RENDERER_VERSION } from "#core/standards/rendering/render-markdown.ts";

import type { Bindings } from "../state/bindings.ts";
import { renderedKey } from "../state/rendered-key.ts";
import { readRow, readRows } from "../state/rows.ts";
import { sha256Hex } from "../http/digest.ts";
import { jsonChunks } from "../http/json-chunks.ts";

const manifestFile = object<ManifestFile>({ path: text, kind: fileKind, sha256: text });

/** Key of original bytes in R2. */
export function blobKey(sha256: string): string {
  return `blobs/${sha256}`;
}

/** Registers a manifest; registering it again changes nothing. Answers the snapshot's id. */
export async function createSnapshot(
  { DB }: Pick<Bindings, "DB">,
  files: readonly ManifestFile[],
  now: Date,
): Promise<string> {
  const id = await sha256Hex(manifestText(files));
  const insertFiles = DB.prepare(
    `INSERT INTO snapshot_file (snapshot_id, path, kind, sha256)
     SELECT ?1, value ->> 'path', value ->> 'kind', value ->> 'sha256' FROM json_each(?2) WHERE true
     ON CONFLICT DO NOTHING`,
  );
  await DB.batch([
    DB.prepare("INSERT INTO snapshot (id, created_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING").bind(
      id,
      now.toISOString(),
    ),
    ...jsonChunks(files).map((chunk) => insertFiles.bind(id, chunk)),
  ]);
  return id;
}

/** The file that a snapshot has at a path. */
export async function findSnapshotFile(
  { DB }: Pick<Bindings, "DB">,
  snapshotId: string,
  path: string,
): Promise<ManifestFile | undefined> {
  const row = await readRow(
    manifestFile,
    DB.prepare("SELECT path, kind, sha256 FROM snapshot_file WHERE snapshot_id = ?1 AND path = ?2").bind(
      snapshotId,
      path,
    ),
  );
  return row;
}

/** All files of a snapshot, by path. */
export async function listFiles({ DB }: Pick<Bindings, "DB">, id: string): Promise<readonly ManifestFile[]> {
  const results = await readRows(
    manifestFile,
    DB.prepare("SELECT path, kind, sha256 FROM snapshot_file WHERE snapshot_id = ?1 ORDER BY path").bind(id),
  );
  return results;
}

/** Whether a snapshot was registered. */
export async function snapshotExists({ DB }: Pick<Bindings, "DB">, id: string): Promise<boolean> {
  return (await DB.prepare("SELECT 1 FROM snapshot WHERE id = ?1").bind(id).first()) !== null;
}

/** The files of a snapshot that were not yet sent, or were made by an older renderer. */
export async function missingFiles({ DB }: Pick<Bindings, "DB">, id: string): Promise<readonly ManifestFile[]> {
  const results = await readRows(
    manifestFile,
    DB.prepare(
      `SELECT path, kind, sha256 FROM snapshot_file AS file
      WHERE snapshot_id = ?1
        AND NOT EXISTS (SELECT 1 FROM rendition
                         WHERE rendition.path = file.path AND rendition.kind = file.kind
                           AND rendition.sha256 = file.sha256 AND renderer_version = ?2)
      ORDER BY path`,
    ).bind(id, RENDERER_VERSION),
  );
  return results;
}

/**
 * Stores a file: bytes first, then the fragment, last the row that says that both are there. Killed in between, the row
 * is missing and the file counts as not sent.
 */
export async function storeRendition(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  file: ManifestFile,
  bytes: Uint8Array<ArrayBuffer>,
  rendition: RenderedFile,
): Promise<void> {
  await BLOBS.put(blobKey(file.sha256), bytes, { sha256: file.sha256 });
  if (rendition.html !== undefined) await BLOBS.put(renderedKey(file, RENDERER_VERSION), rendition.html);
  await DB.prepare(
    `INSERT INTO rendition (path, kind, sha256, renderer_version, facts, toc, findings, search, requirements)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
     ON CONFLICT DO UPDATE SET facts = excluded.facts, toc = excluded.toc, findings = excluded.findings,
                               search = excluded.search, requirements = excluded.requirements`,
  )
    .bind(
      file.path,
      file.kind,
      file.sha256,
      RENDERER_VERSION,
      JSON.stringify(rendition.facts),
      JSON.stringify(rendition.toc),
      JSON.stringify(rendition.findings),
      JSON.stringify(rendition.search),
      JSON.stringify(rendition.requirements ?? []),
    )
    .run();
}

/** All findings of the files of a snapshot, by path. */
export async function snapshotFindings({ DB }: Pick<Bindings, "DB">, id: string): Promise<Finding[]> {
  const results = await readRows(
    record({ findings: text }),
    DB.prepare(
      `SELECT findings FROM snapshot_file JOIN rendition USING (path, kind, sha256)
      WHERE snapshot_id = ?1 AND renderer_version = ?2 AND findings <> '[]' ORDER BY path`,
    ).bind(id, RENDERER_VERSION),
  );
  return results.flatMap((row) => readStoredJson("Findings of a published file", storedFindings, row.findings));
}
