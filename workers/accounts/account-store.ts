import type { AccountKey, DeclaredAccount } from "#core/accounts/read-accounts.ts";

import type { Bindings } from "../bindings.ts";

interface AccountRow {
  readonly subject: string;
  readonly groupName: string | null;
  readonly roles: number;
  readonly demo: number;
  readonly delegates: string;
  readonly apiKeys: string;
  readonly keys: string;
}

/** All accounts as they are. */
export async function listAccounts({ DB }: Pick<Bindings, "DB">): Promise<DeclaredAccount[]> {
  const { results } = await DB.prepare(
    `SELECT subject, group_name AS groupName, roles, demo,
            (SELECT json_group_array(delegate) FROM delegation WHERE delegation.subject = account.subject) AS delegates,
            (SELECT json_group_array(hash) FROM api_key WHERE api_key.subject = account.subject) AS apiKeys,
            (SELECT json_group_array(json_object('name', name, 'type', type, 'blob', blob))
               FROM public_key WHERE public_key.subject = account.subject) AS keys
       FROM account ORDER BY subject`,
  ).all<AccountRow>();
  return results.map((row) => ({
    subject: row.subject,
    group: row.groupName ?? undefined,
    roles: row.roles,
    demo: row.demo === 1,
    delegates: JSON.parse(row.delegates) as string[],
    apiKeys: JSON.parse(row.apiKeys) as string[],
    keys: JSON.parse(row.keys) as AccountKey[],
  }));
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
      `INSERT INTO account (subject, group_name, roles, demo)
       SELECT value ->> 'subject', value ->> 'group', value ->> 'roles', value ->> 'demo' FROM json_each(?1) WHERE true
       ON CONFLICT (subject) DO UPDATE
         SET group_name = excluded.group_name, roles = excluded.roles, demo = excluded.demo`,
    ).bind(json),
    DB.prepare("DELETE FROM delegation"),
    DB.prepare("DELETE FROM api_key"),
    DB.prepare("DELETE FROM public_key"),
    DB.prepare(
      `INSERT INTO delegation (subject, delegate)
       SELECT account.value ->> 'subject', entry.value
         FROM json_each(?1) AS account, json_each(account.value, '$.delegates') AS entry`,
    ).bind(json),
    DB.prepare(
      `INSERT INTO api_key (hash, subject)
       SELECT entry.value, account.value ->> 'subject'
         FROM json_each(?1) AS account, json_each(account.value, '$.apiKeys') AS entry`,
    ).bind(json),
    DB.prepare(
      `INSERT INTO public_key (subject, name, type, blob)
       SELECT account.value ->> 'subject', entry.value ->> 'name', entry.value ->> 'type', entry.value ->> 'blob'
         FROM json_each(?1) AS account, json_each(account.value, '$.keys') AS entry`,
    ).bind(json),
  ]);
}
