/** Who may sign in with what: tokens, passwords of accounts made elsewhere, and the quick checks that replace slow ones. */
import { anything, nullable, record, text } from "#core/base/stored/shape.ts";
import { mostSlowChecks, type SlowCheckCounts } from "#core/trust/accounts/slow-checks.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch } from "../state/rows.ts";
import { toAccount, type Account, accountRow } from "./auth.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";

/** What is known of the credentials of all accounts: some hundred bytes for each of them. */
export interface Credentials {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Names of accounts by the hash of a token of theirs, `sha256:<hex>`. */
  readonly subjectsByToken: ReadonlyMap<string, readonly string[]>;
  /** By name: argon2id and bcrypt hashes. */
  readonly slowHashes: ReadonlyMap<string, readonly string[]>;
  /** HMACs (base64) of passwords that were right before, by name and hash (`verifierName`). */
  readonly verifiers: ReadonlyMap<string, string>;
  /** The most checks of each cost that any account needs: what a wrong password costs. */
  readonly most: SlowCheckCounts;
  /** Key of the HMACs; undefined until one is needed. */
  readonly verifierKey: string | undefined;
}

type Env = Pick<Bindings, "DB">;

/** The key of a verifier in the map. */
export function verifierName(subject: string, hash: string): string {
  return `${subject}\0${hash}`;
}

const VERIFIER_KEY = "password-verifier";

/**
 * All credentials are read at once and kept for a moment: whoever tries names and secrets by the thousand costs the database
 * one look in two seconds, and no name more than another.
 */
const memory = createMemory<Credentials>(MEMORY_BOUNDS.credentials);

/** The credentials of all accounts. An account that was changed through another isolate is seen within two seconds. */
export function findCredentials(env: Env, now: Date): Promise<Credentials> {
  return memory.recall("all", now, async () => ({ value: await readCredentials(env) }));
}

async function readCredentials({ DB }: Env): Promise<Credentials> {
  const [accountRows, keyRows, [deploymentKey]] = await readBatch(
    DB,
    [accountRow, DB.prepare("SELECT subject, roles, demo, time_zone AS timeZone FROM account")],
    [
      record({ subject: text, hash: text, verifier: nullable(text) }),
      DB.prepare(
        `SELECT subject, hash, verifier FROM api_key LEFT JOIN password_verifier USING (subject, hash)
        ORDER BY subject, hash`,
      ),
    ],
    [record({ value: text }), DB.prepare("SELECT value FROM deployment_key WHERE purpose = ?1").bind(VERIFIER_KEY)],
  );
  const accounts = new Map(accountRows.map((row) => [row.subject, toAccount(row)] as const));
  const subjectsByToken = new Map<string, string[]>();
  const slowHashes = new Map<string, string[]>();
  const verifiers = new Map<string, string>();
  for (const { subject, hash, verifier } of keyRows) {
    const isToken = hash.startsWith("sha256:");
    const [group, name, member] = isToken ? [subjectsByToken, hash, subject] : [slowHashes, subject, hash];
    const members = group.get(name) ?? [];
    group.set(name, members);
    members.push(member);
    if (verifier !== null) verifiers.set(verifierName(subject, hash), verifier);
  }
  return {
    accounts,
    subjectsByToken,
    slowHashes,
    verifiers,
    most: mostSlowChecks(slowHashes.values()),
    verifierKey: deploymentKey?.value,
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
  memory.forgetAll();
}

/** The random key of this deployment for the HMACs of passwords; made when it is first asked for. 256 bits, base64. */
export async function makeVerifierKey({ DB }: Env): Promise<string> {
  const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  const [, [found]] = await readBatch(
    DB,
    [
      anything,
      DB.prepare("INSERT INTO deployment_key (purpose, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING").bind(
        VERIFIER_KEY,
        fresh,
      ),
    ],
    [record({ value: text }), DB.prepare("SELECT value FROM deployment_key WHERE purpose = ?1").bind(VERIFIER_KEY)],
  );
  memory.forgetAll();
  return found?.value ?? fresh;
}
