import { encodeBase64 } from "#core/trust/signatures/base64.ts";
import { describeSshsigFailure } from "#core/trust/signatures/describe-failure.ts";
import { parseSshsig } from "#core/trust/signatures/sshsig.ts";
import { keyFingerprint, verifySshsig } from "#core/trust/signatures/verify-sshsig.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";
import { toAccount, type Account, accountRow } from "../../sign-in/auth.ts";
import { problemResponse, unauthorized } from "../../http/problem.ts";
import { KEY_COLUMNS, toRegisteredKey, keyRow } from "../../sign-in/public-keys.ts";
import type { Upload } from "./read-upload.ts";

/** What `ssh-keygen -Y sign -n` must name, so that no signature made for something else counts. */
export const SIGNATURE_NAMESPACE = "sbom";

/** A genuine signature over the bytes of an SBOM. */
export interface SbomSignature {
  /** As it came. */
  readonly armored: string;
  readonly keyName: string;
  /** As `ssh-keygen -l` prints it. */
  readonly keyFingerprint: string;
}

/** Who sends an SBOM, and how that is proved. */
export interface Sender {
  readonly account: Account;
  /** A token was shown; a signature alone could be sent by anybody who has seen it. */
  readonly hasToken: boolean;
  readonly signature?: SbomSignature;
}

/**
 * The sender of an upload: the account of the token, else the account whose key signed. A signature that is sent must be genuine
 * in either case.
 */
export async function findSender(
  { DB }: Pick<Bindings, "DB">,
  { bytes, signature }: Upload,
  signedIn: Account | undefined,
  now: Date,
): Promise<Result<Sender, Response>> {
  if (signature === undefined)
    return signedIn === undefined ? failure(noCredentials()) : success({ account: signedIn, hasToken: true });
  const account = signedIn ?? (await findSigningAccount(DB, signature));
  if (account === undefined) {
    return failure(
      unauthorized("The key of the signature belongs to no account, or to several; send a token beside it."),
    );
  }
  const results = await readRows(
    keyRow,
    DB.prepare(`SELECT ${KEY_COLUMNS} FROM public_key WHERE subject = ?1 ORDER BY name`).bind(account.subject),
  );
  const keys = results.map(toRegisteredKey);
  const verification = { signature, message: bytes, namespace: SIGNATURE_NAMESPACE, keys, now, crypto: crypto.subtle };
  const verified = await verifySshsig(verification);
  if (!verified.ok) return failure(wrongSignature(describeSshsigFailure(verified.failure)));
  const { name: keyName, blob } = verified.value;
  const made = { armored: signature, keyName, keyFingerprint: await keyFingerprint(blob, crypto.subtle) };
  return success({ account, hasToken: signedIn !== undefined, signature: made });
}

/** 401 for a request that shows neither token nor signature. */
export function noCredentials(): Response {
  return unauthorized(
    "Publishing an SBOM needs the token of an account, `Authorization: Bearer <token>`, or a signature by one of its keys.",
  );
}

/** The one account that has registered the key in a signature; the signature is not verified yet. */
async function findSigningAccount(db: D1Database, armored: string): Promise<Account | undefined> {
  const parsed = parseSshsig(armored);
  if (!parsed.ok) return undefined;
  const results = await readRows(
    accountRow,
    db
      .prepare(
        `SELECT DISTINCT account.subject, roles, demo, time_zone AS timeZone
         FROM public_key JOIN account USING (subject) WHERE blob = ?1 LIMIT 2`,
      )
      .bind(encodeBase64(parsed.value.publicKey)),
  );
  const [row, other] = results;
  return row === undefined || other !== undefined ? undefined : toAccount(row);
}

function wrongSignature(reason: string): Response {
  return problemResponse(
    {
      status: 401,
      title: "Wrong signature",
      detail: `${reason} Sign the document itself with \`ssh-keygen -Y sign -n ${SIGNATURE_NAMESPACE} -f <key> <file>\`. Nothing was stored.`,
    },
    { "www-authenticate": 'Basic realm="Stele", charset="UTF-8", Bearer realm="Stele"' },
  );
}
