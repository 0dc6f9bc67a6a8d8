import { nullable, object, oneOf, text } from "#core/base/stored/shape.ts";
import type { SbomEvent } from "#core/sboms/records/sbom-event.ts";

import type { Bindings } from "../../state/bindings.ts";
import { healBytes, type BytesToKeep } from "../../state/kept-bytes.ts";
import { readRow, readRows } from "../../state/rows.ts";
import { sha256Hex } from "../../http/digest.ts";
import type { SbomSignature, Sender } from "../uploads/find-sender.ts";

const COLUMNS = `kind, at, account, reason, title, signature_sha256 AS signatureSha256, key_name AS keyName,
  key_fingerprint AS keyFingerprint`;

const sbomEvent = object<SbomEvent>({
  kind: oneOf("published", "sent again", "withdrawn"),
  at: text,
  account: text,
  reason: nullable(text),
  title: nullable(text),
  signatureSha256: nullable(text),
  keyName: nullable(text),
  keyFingerprint: nullable(text),
});

/** Events shown; a sender that rotates its key daily would need three years to fill them. */
const MAX_EVENTS = 1000;

/** What happened to an SBOM, the first event first. */
export async function listEvents({ DB }: Pick<Bindings, "DB">, id: string): Promise<readonly SbomEvent[]> {
  const results = await readRows(
    sbomEvent,
    DB.prepare(`SELECT ${COLUMNS} FROM sbom_event WHERE sbom_id = ?1 ORDER BY number LIMIT ${MAX_EVENTS}`).bind(id),
  );
  return results;
}

/** The withdrawal of an SBOM that was not published again since, by its id. */
export async function withdrawalOfId({ DB }: Pick<Bindings, "DB">, id: string): Promise<SbomEvent | undefined> {
  return await lastIfWithdrawn(DB, "sbom_id", id);
}

/** The withdrawal of bytes that were not published again since. */
export async function withdrawalOf({ DB }: Pick<Bindings, "DB">, sha256: string): Promise<SbomEvent | undefined> {
  return await lastIfWithdrawn(DB, "sha256", sha256);
}

async function lastIfWithdrawn(db: D1Database, column: "sbom_id" | "sha256", value: string) {
  const last = await readRow(
    sbomEvent,
    db.prepare(`SELECT ${COLUMNS} FROM sbom_event WHERE ${column} = ?1 ORDER BY number DESC LIMIT 1`).bind(value),
  );
  return last?.kind === "withdrawn" ? last : undefined;
}

/** The signature that an SBOM came with, the last one if several did. */
export async function findSignature(env: Pick<Bindings, "DB" | "BLOBS">, id: string): Promise<string | undefined> {
  const signed = (await listEvents(env, id)).findLast(({ signatureSha256 }) => signatureSha256 !== null);
  const blob = signed === undefined ? null : await env.BLOBS.get(`blobs/${signed.signatureSha256}`);
  return await blob?.text();
}

/** The signature that an SBOM came with, as bytes to keep; undefined where it came without. */
export async function signatureBytes({ signature }: Sender): Promise<BytesToKeep | undefined> {
  if (signature === undefined) return undefined;
  const bytes = Uint8Array.from(new TextEncoder().encode(signature.armored));
  return { sha256: await sha256Hex(bytes), bytes };
}

/** The row that an SBOM is published now, for the transaction that stores it; nothing where the row before changed nothing. */
export function publishedEvent(
  db: D1Database,
  sbom: { readonly id: string; readonly sha256: string },
  sender: Sender,
  signatureSha256: string | undefined,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sbom_event (sbom_id, sha256, kind, at, account, signature_sha256, key_name, key_fingerprint)
       SELECT ?1, ?2, 'published', ?3, ?4, ?5, ?6, ?7 WHERE changes() > 0`,
    )
    .bind(
      sbom.id,
      sbom.sha256,
      now.toISOString(),
      sender.account.subject,
      ...signatureColumns(sender.signature, signatureSha256),
    );
}

/**
 * Notes that known bytes came again, once for each account and key: what is sent every night and never changes must not fill the
 * history.
 */
export async function noteSentAgain(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
  bytes: Uint8Array<ArrayBuffer>,
  sender: Sender,
  now: Date,
): Promise<void> {
  const signature = await signatureBytes(sender);
  await healBytes(env, [{ sha256, bytes }, ...(signature === undefined ? [] : [signature])]);
  await env.DB.prepare(
    `INSERT INTO sbom_event (sbom_id, sha256, kind, at, account, signature_sha256, key_name, key_fingerprint)
     SELECT ?1, ?2, 'sent again', ?3, ?4, ?5, ?6, ?7
      WHERE NOT EXISTS (SELECT 1 FROM sbom_event WHERE sbom_id = ?1 AND account = ?4 AND key_fingerprint IS ?7
        AND number > ifnull((SELECT max(number) FROM sbom_event WHERE sbom_id = ?1 AND kind = 'withdrawn'), 0))`,
  )
    .bind(
      id,
      sha256,
      now.toISOString(),
      sender.account.subject,
      ...signatureColumns(sender.signature, signature?.sha256),
    )
    .run();
}

function signatureColumns(signature: SbomSignature | undefined, sha256: string | undefined) {
  return [sha256 ?? null, signature?.keyName ?? null, signature?.keyFingerprint ?? null] as const;
}
