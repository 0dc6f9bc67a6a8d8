import { record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRow } from "../state/rows.ts";

/**
 * The first of some clouds that an account would decide on in its own cause: itself, or one of its group, which is the
 * same provider under other names. Undefined where it may judge all of them.
 */
export async function findOwnCloud(
  { DB }: Pick<Bindings, "DB">,
  account: string,
  clouds: readonly string[],
): Promise<string | undefined> {
  if (clouds.includes(account)) return account;
  const row = await readRow(
    record({ subject: text }),
    DB.prepare(
      `SELECT cloud.subject AS subject FROM account AS judge JOIN account AS cloud ON cloud.group_name = judge.group_name
      WHERE judge.subject = ?1 AND cloud.subject IN (SELECT value FROM json_each(?2)) LIMIT 1`,
    ).bind(account, JSON.stringify(clouds)),
  );
  return row?.subject;
}
