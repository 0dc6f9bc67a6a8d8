import type { RegisteredKey } from "#core/signatures/verify-sshsig.ts";

import { instantOf } from "#core/time/timestamp.ts";

import type { Bindings } from "../bindings.ts";

/** What an account may sign with and for whom. */
export interface Signer {
  readonly keys: readonly RegisteredKey[];
  /** Subjects that named the account as their delegate. */
  readonly delegators: ReadonlySet<string>;
}

interface KeyRow {
  readonly name: string;
  readonly type: string;
  readonly blob: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** The keys of an account and the subjects it may report for besides itself. */
export async function findSigner({ DB }: Pick<Bindings, "DB">, subject: string): Promise<Signer> {
  const [keys, delegations] = await DB.batch<KeyRow | { subject: string }>([
    DB.prepare(
      "SELECT name, type, blob, valid_from AS validFrom, valid_until AS validUntil FROM public_key WHERE subject = ?1 ORDER BY name",
    ).bind(subject),
    DB.prepare("SELECT subject FROM delegation WHERE delegate = ?1").bind(subject),
  ]);
  return {
    keys: ((keys?.results ?? []) as KeyRow[]).map(({ validFrom, validUntil, ...key }) => ({
      ...key,
      ...(validFrom === null ? {} : { validFrom: instantOf(validFrom) }),
      ...(validUntil === null ? {} : { validUntil: instantOf(validUntil) }),
    })),
    delegators: new Set(((delegations?.results ?? []) as { subject: string }[]).map((row) => row.subject)),
  };
}
