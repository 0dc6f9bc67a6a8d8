import { record, text } from "#core/base/stored/shape.ts";
import type { RegisteredKey } from "#core/trust/signatures/verify-sshsig.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch } from "../state/rows.ts";
import { KEY_COLUMNS, toRegisteredKey, keyRow } from "../sign-in/public-keys.ts";

/** What an account may sign with and for whom. */
export interface Signer {
  readonly keys: readonly RegisteredKey[];
  /** Subjects that named the account as their delegate. */
  readonly delegators: ReadonlySet<string>;
}

/** The keys of an account and the subjects it may report for besides itself. */
export async function findSigner({ DB }: Pick<Bindings, "DB">, subject: string): Promise<Signer> {
  const [keys, delegations] = await readBatch(
    DB,
    [keyRow, DB.prepare(`SELECT ${KEY_COLUMNS} FROM public_key WHERE subject = ?1 ORDER BY name`).bind(subject)],
    [record({ subject: text }), DB.prepare("SELECT subject FROM delegation WHERE delegate = ?1").bind(subject)],
  );
  return {
    keys: keys.map(toRegisteredKey),
    delegators: new Set(delegations.map((row) => row.subject)),
  };
}
