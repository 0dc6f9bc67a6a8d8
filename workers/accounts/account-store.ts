import { list, nullable, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { readStoredJson } from "#core/base/stored/read-stored.ts";
import type { DeclaredAccount } from "#core/trust/accounts/read-accounts.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";

const accountRow = record({
  subject: text,
  groupName: nullable(text),
  roles: number,
  demo: number,
  timeZone: nullable(text),
  delegates: text,
  apiKeys: text,
  keys: text,
});
type AccountRow = ValueOf<typeof accountRow>;

const accountKeys = list(
  record({ name: text, type: text, blob: text, validFrom: nullable(text), validUntil: nullable(text) }),
);

/** All accounts as they are. */
export async function listAccounts({ DB }: Pick<Bindings, "DB">): Promise<DeclaredAccount[]> {
  const results = await readRows(
    accountRow,
    DB.prepare(
      `SELECT subject, group_name AS groupName, roles, demo, time_zone AS timeZone,
            (SELECT json_group_array(delegate) FROM delegation WHERE delegation.subject = account.subject) AS delegates,
            (SELECT json_group_array(hash) FROM api_key WHERE api_key.subject = account.subject) AS apiKeys,
            (SELECT json_group_array(json_object('name', name, 'type', type, 'blob', blob,
                                                'validFrom', valid_from, 'validUntil', valid_until))
               FROM public_key WHERE public_key.subject = account.subject) AS keys
       FROM account ORDER BY subject`,
    ),
  );
  return results.map((row) => ({
    subject: row.subject,
    group: row.groupName ?? undefined,
    roles: row.roles,
    demo: row.demo === 1,
    timeZone: row.timeZone ?? undefined,
    delegates: readStoredJson(whatOf(row), list(text), row.delegates),
    apiKeys: readStoredJson(whatOf(row), list(text), row.apiKeys),
    keys: readStoredJson(whatOf(row), accountKeys, row.keys).map(({ validFrom, validUntil, ...key }) => ({
      ...key,
      ...(validFrom === null ? {} : { validFrom }),
      ...(validUntil === null ? {} : { validUntil }),
    })),
  }));
}

function whatOf({ subject }: AccountRow): string {
  return `Account ${subject}`;
}

/**
 * Makes the accounts exactly those declared, in one transaction. Reports and results of accounts that are no longer
 * declared stay: they are evidence.
 */
export async function replaceAccounts(
  { DB }: Pick<Bindings, "DB">,
  accounts: readonly DeclaredAccount[],
): Promise<void> {
  const json = JSON.stringify(accounts);
  await DB.batch([
    DB.prepare("DELETE FROM account WHERE subject NOT IN (SELECT value ->> 'subject' FROM json_each(?1))").bind(json),
    DB.prepare(
      `INSERT INTO account (subject, group_name, roles, demo, time_zone)
       SELECT value ->> 'subject', value ->> 'group', value ->> 'roles', value ->> 'demo', value ->> 'timeZone'
         FROM json_each(?1) WHERE true
       ON CONFLICT (subject) DO UPDATE
         SET group_name = excluded.group_name, roles = excluded.roles, demo = excluded.demo,
             time_zone = excluded.time_zone`,
    ).bind(json),
    DB.prepare("DELETE FROM delegation"),
    // Keys that stay keep their row, and with it the quick check of a password that was right before.
    DB.prepare(
      `DELETE FROM api_key WHERE NOT EXISTS (
         SELECT 1 FROM json_each(?1) AS account, json_each(account.value, '$.apiKeys') AS entry
          WHERE account.value ->> 'subject' = api_key.subject AND entry.value = api_key.hash)`,
    ).bind(json),
    DB.prepare("DELETE FROM public_key"),
    DB.prepare(
      `INSERT INTO delegation (subject, delegate)
       SELECT account.value ->> 'subject', entry.value
         FROM json_each(?1) AS account, json_each(account.value, '$.delegates') AS entry`,
    ).bind(json),
    DB.prepare(
      `INSERT INTO api_key (hash, subject)
       SELECT entry.value, account.value ->> 'subject'
         FROM json_each(?1) AS account, json_each(account.value, '$.apiKeys') AS entry WHERE true
       ON CONFLICT DO NOTHING`,
    ).bind(json),
    DB.prepare(
      `INSERT INTO public_key (subject, name, type, blob, valid_from, valid_until)
       SELECT account.value ->> 'subject', entry.value ->> 'name', entry.value ->> 'type', entry.value ->> 'blob',
              entry.value ->> 'validFrom', entry.value ->> 'validUntil'
         FROM json_each(?1) AS account, json_each(account.value, '$.keys') AS entry`,
    ).bind(json),
  ]);
}
