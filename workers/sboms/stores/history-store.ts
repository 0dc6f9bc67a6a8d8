import { nullable, object, oneOf, record, text } from "#core/base/stored/shape.ts";
import { OPERATOR } from "#core/trust/accounts/reserved-names.ts";
import type { SbomEvent } from "#core/sboms/records/sbom-event.ts";

import type { Bindings } from "../../state/bindings.ts";
import { healBytes, type BytesToKeep } from "../../state/kept-bytes.ts";
import { readRow, readRows } from "../../state/rows.ts";
import { isOwner, ownStatements } from "./owner-store.ts";
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

/**
 * The withdrawal of bytes that stands against a sender: nobody published them since, or the sender itself withdrew them, or the
 * operator did, and it has not published them again.
 */
export async function withdrawalOf(
  { DB }: Pick<Bindings, "DB">,
  sha256: string,
  account: string,
): Promise<SbomEvent | undefined> {
  const own = await readRow(
    sbomEvent,
    DB.prepare(
      `SELECT ${COLUMNS} FROM sbom_event WHERE sha256 = ?1 AND account IN (?2, '${OPERATOR}') ORDER BY number DESC LIMIT 1`,
    ).bind(sha256, account),
  );
  if (own?.kind === "withdrawn") return own;
  const published = await readRow(
    record({ id: text }),
    DB.prepare("SELECT id FROM sbom WHERE sha256 = ?1").bind(sha256),
  );
  return published === undefined ? await lastIfWithdrawn(DB, "sha256", sha256) : undefined;
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
 * Makes the sender of known bytes an owner of them too, and notes that they came again, once for each account and key: what is sent
 * every night and never changes must not fill the history. False where the bytes were withdrawn meanwhile; then nothing changed. Fails
 * where the account publishes another document under the same serial number and version.
 */
export async function noteSentAgain(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
  bytes: Uint8Array<ArrayBuffer>,
  sender: Sender,
  now: Date,
): Promise<boolean> {
  const signature = await signatureBytes(sender);
  await healBytes(env, [{ sha256, bytes }, ...(signature === undefined ? [] : [signature])]);
  const { own, rank, mark } = ownStatements(env.DB, sha256, sender.account, now);
  const event = env.DB.prepare(
    `INSERT INTO sbom_event (sbom_id, sha256, kind, at, account, signature_sha256, key_name, key_fingerprint)
     SELECT ?1, ?2, 'sent again', ?3, ?4, ?5, ?6, ?7
      WHERE EXISTS (SELECT 1 FROM sbom_owner WHERE sbom_id = ?1 AND account = ?4)
        AND NOT EXISTS (SELECT 1 FROM sbom_event WHERE sbom_id = ?1 AND account = ?4 AND key_fingerprint IS ?7
        AND number > ifnull((SELECT max(number) FROM sbom_event WHERE sbom_id = ?1 AND kind = 'withdrawn'), 0))`,
  ).bind(
    id,
    sha256,
    now.toISOString(),
    sender.account.subject,
    ...signatureColumns(sender.signature, signature?.sha256),
  );
  await env.DB.batch([own, rank, mark, event]);
  return await isOwner(env, id, sender.account.subject);
}

function signatureColumns(signature: SbomSignature | undefined, sha256: string | undefined) {
  return [sha256 ?? null, signature?.keyName ?? null, signature?.keyFingerprint ?? null] as const;
}
