/** Passwords of accounts that were made elsewhere: slow hashes, and the quick check that replaces them after the first login. */
import type { SlowHashCounts } from "#core/accounts/slow-checks.ts";

import type { Bindings } from "../bindings.ts";
import { toAccount, type Account, type AccountRow } from "./auth.ts";

/** What is needed to check the password of a name; the same amount of reading for every name, known or not. */
export interface PasswordRecord {
  readonly account: Account | undefined;
  /** argon2id and bcrypt hashes of the account. */
  readonly slowHashes: readonly string[];
  /** HMAC (base64) by the hash whose password it stands for. */
  readonly verifiers: ReadonlyMap<string, string>;
  /** Most hashes of each kind that any account has: what a wrong password costs at most. */
  readonly most: SlowHashCounts;
}

type Env = Pick<Bindings, "DB">;

/** Reads what is known of a name. */
export async function findPasswords({ DB }: Env, subject: string): Promise<PasswordRecord> {
  const [accounts, hashes, most] = await DB.batch([
    DB.prepare("SELECT subject, roles, demo, time_zone AS timeZone FROM account WHERE subject = ?1").bind(subject),
    DB.prepare(
      `SELECT hash, verifier FROM api_key LEFT JOIN password_verifier USING (subject, hash)
        WHERE subject = ?1 AND hash NOT LIKE 'sha256:%' ORDER BY hash`,
    ).bind(subject),
    DB.prepare(
      `SELECT coalesce(max(argon2id), 0) AS argon2id, coalesce(max(bcrypt), 0) AS bcrypt
         FROM (SELECT sum(hash LIKE '$argon2id$%') AS argon2id, sum(hash LIKE '$2%') AS bcrypt
                 FROM api_key WHERE hash NOT LIKE 'sha256:%' GROUP BY subject)`,
    ),
  ]);
  const [account] = (accounts?.results ?? []) as AccountRow[];
  const rows = (hashes?.results ?? []) as { hash: string; verifier: string | null }[];
  const [counts = { argon2id: 0, bcrypt: 0 }] = (most?.results ?? []) as SlowHashCounts[];
  return {
    account: account === undefined ? undefined : toAccount(account),
    slowHashes: rows.map(({ hash }) => hash),
    verifiers: new Map(rows.flatMap(({ hash, verifier }) => (verifier === null ? [] : [[hash, verifier]]))),
    most: counts,
  };
}

/** Remembers the quick check of a password whose slow one succeeded. */
export async function keepVerifier({ DB }: Env, subject: string, hash: string, verifier: string): Promise<void> {
  // The key may have been taken away at this very moment; then there is nothing to remember.
  await DB.prepare(
    `INSERT INTO password_verifier (subject, hash, verifier)
     SELECT subject, hash, ?3 FROM api_key WHERE subject = ?1 AND hash = ?2
     ON CONFLICT (subject, hash) DO UPDATE SET verifier = excluded.verifier`,
  )
    .bind(subject, hash, verifier)
    .run();
}

/** The random key of this deployment for a purpose; made when it is first asked for. 256 bits, base64. */
export async function deploymentKey({ DB }: Env, purpose: string): Promise<string> {
  const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  const [, found] = await DB.batch<{ value: string }>([
    DB.prepare("INSERT INTO deployment_key (purpose, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING").bind(
      purpose,
      fresh,
    ),
    DB.prepare("SELECT value FROM deployment_key WHERE purpose = ?1").bind(purpose),
  ]);
  return found?.results[0]?.value ?? fresh;
}
