import { flag, nullable, number, object, oneOf, optional, record, text } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readBatch, readRow } from "../../state/rows.ts";
import { storedProblem, type Problem } from "../../http/problem.ts";
import { account } from "../../sign-in/auth.ts";
import type { SbomSignature, Sender } from "./find-sender.ts";

/** What is to be done with bytes that wait. */
export interface UploadTask {
  readonly sender: Sender;
  readonly announcedVersion?: string | undefined;
  readonly isStrict: boolean;
}

/** Where a long upload stands. */
export interface SbomUpload {
  readonly id: string;
  readonly state: "waiting" | "checking" | "done" | "failed";
  readonly sizeBytes: number;
  /** ISO instants, UTC. */
  readonly receivedAt: string;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  /** What it became. */
  readonly sbomId: string | undefined;
  /** Why it became nothing. */
  readonly problem: Problem | undefined;
}

const uploadRow = record({
  id: text,
  state: oneOf("waiting", "checking", "done", "failed"),
  size_bytes: number,
  received_at: text,
  started_at: nullable(text),
  finished_at: nullable(text),
  sbom_id: nullable(text),
  problem: nullable(text),
});

const uploadTask = object<UploadTask>({
  sender: object<Sender>({
    account,
    hasToken: flag,
    signature: optional(object<SbomSignature>({ armored: text, keyName: text, keyFingerprint: text })),
  }),
  announcedVersion: optional(text),
  isStrict: flag,
});

/** Long enough for the clients of a night; what it became can be asked for under its own address. */
const KEPT_FOR_MS = 86_400_000;
/** No check takes so long: the worker that began it is gone. */
const GIVEN_UP_AFTER_MS = 900_000;
const MOST_PER_RUN = 100;

/** Where an upload stands. */
export async function findUpload({ DB }: Pick<Bindings, "DB">, id: string): Promise<SbomUpload | undefined> {
  const row = await readRow(uploadRow, DB.prepare("SELECT * FROM sbom_upload WHERE id = ?1").bind(id));
  if (row === undefined) return undefined;
  return {
    id: row.id,
    state: row.state,
    sizeBytes: row.size_bytes,
    receivedAt: row.received_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    sbomId: row.sbom_id ?? undefined,
    problem: row.problem === null ? undefined : readStoredJson(`Upload ${id}`, storedProblem, row.problem),
  };
}

/** What is to be done with an upload; undefined where it is forgotten. */
export async function findTask({ DB }: Pick<Bindings, "DB">, id: string): Promise<UploadTask | undefined> {
  const row = await readRow(record({ task: text }), DB.prepare("SELECT task FROM sbom_upload WHERE id = ?1").bind(id));
  return row === undefined ? undefined : readStoredJson(`Upload ${id}`, uploadTask, row.task);
}

/** The bytes of an upload that waits. */
export async function readWaiting(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = await BLOBS.get(keyOf(id));
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
}

/**
 * Keeps an upload until it is checked. The row comes first, so that no bytes can lie around that the sweep does not know. The same
 * upload again waits once, and begins anew when it has ended.
 */
export async function keepWaiting(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  upload: { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly task: UploadTask },
  now: Date,
): Promise<void> {
  await DB.prepare(
    `INSERT INTO sbom_upload (id, state, task, size_bytes, received_at) VALUES (?1, 'waiting', ?2, ?3, ?4)
     ON CONFLICT (id) DO UPDATE SET state = 'waiting', task = excluded.task, received_at = excluded.received_at,
       started_at = NULL, finished_at = NULL, sbom_id = NULL, problem = NULL`,
  )
    .bind(upload.id, JSON.stringify(upload.task), upload.bytes.byteLength, now.toISOString())
    .run();
  await BLOBS.put(keyOf(upload.id), upload.bytes);
}

/** The check of an upload begins. */
export async function noteChecking({ DB }: Pick<Bindings, "DB">, id: string, now: Date): Promise<void> {
  await DB.prepare("UPDATE sbom_upload SET state = 'checking', started_at = ?2 WHERE id = ?1")
    .bind(id, now.toISOString())
    .run();
}

/** The check of an upload is over; its bytes are kept elsewhere, or not wanted. */
export async function noteFinished(
  { DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">,
  id: string,
  outcome: { readonly sbomId: string } | { readonly problem: Problem },
  now: Date,
): Promise<void> {
  const isDone = "sbomId" in outcome;
  await DB.prepare("UPDATE sbom_upload SET state = ?2, finished_at = ?3, sbom_id = ?4, problem = ?5 WHERE id = ?1")
    .bind(
      id,
      isDone ? "done" : "failed",
      now.toISOString(),
      isDone ? outcome.sbomId : null,
      isDone ? null : JSON.stringify(outcome.problem),
    )
    .run();
  await BLOBS.delete(keyOf(id));
}

/** Removes an upload that could not be handed on. */
export async function forgetUpload({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, id: string): Promise<void> {
  await DB.prepare("DELETE FROM sbom_upload WHERE id = ?1").bind(id).run();
  await BLOBS.delete(keyOf(id));
}

/** Ends what no worker will end any more, and forgets what is a day old. */
export async function sweepSbomUploads({ DB, BLOBS }: Pick<Bindings, "DB" | "BLOBS">, now: Date): Promise<void> {
  const givenUpBefore = new Date(now.getTime() - GIVEN_UP_AFTER_MS).toISOString();
  const oldBefore = new Date(now.getTime() - KEPT_FOR_MS).toISOString();
  const [abandoned, old] = await readBatch(
    DB,
    [
      record({ id: text }),
      DB.prepare(`SELECT id FROM sbom_upload WHERE state = 'checking' AND started_at < ?1 LIMIT ${MOST_PER_RUN}`).bind(
        givenUpBefore,
      ),
    ],
    [
      record({ id: text }),
      DB.prepare(`SELECT id FROM sbom_upload WHERE received_at < ?1 LIMIT ${MOST_PER_RUN}`).bind(oldBefore),
    ],
  );
  for (const { id } of abandoned) await noteFinished({ DB, BLOBS }, id, { problem: UNFINISHED }, now);
  for (const { id } of old) await forgetUpload({ DB, BLOBS }, id);
}

/** For an upload whose check never came to an end. */
export const UNFINISHED: Problem = {
  status: 500,
  title: "Check was not finished",
  detail:
    "The server could not finish the check on its own account; nothing was published. Send the document again, or check it with `stele sbom check <file>`.",
};

function keyOf(id: string): string {
  return `uploads/${id}`;
}
