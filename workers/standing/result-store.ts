import { number, record, text } from "#core/base/stored/shape.ts";
import { GROUP_PREFIX } from "#core/trust/accounts/reserved-names.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";
import { reportedResult, RESULT_MEMBERS } from "#core/compliance/standing/stored-result.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch, readRow, readRows } from "../state/rows.ts";
import { jsonChunks } from "../http/json-chunks.ts";

/** Results of one subject in one scope, and what is known of the subject besides. */
export interface SubjectResults {
  readonly results: readonly ReportedResult[];
  /** Undefined where nobody declared an account of that name. */
  readonly account: { readonly isDemo: boolean } | undefined;
}

/** The newest results of a subject in a scope. */
export async function findResults(
  { DB }: Pick<Bindings, "DB">,
  subject: string,
  scopeUuid: string,
): Promise<SubjectResults> {
  const [results, [row]] = await readBatch(
    DB,
    [
      reportedResult,
      DB.prepare(
        `SELECT testcase, version, value, checked_at AS checkedAt, report_uuid AS reportUuid
         FROM latest_result WHERE subject = ?1 AND scope_uuid = ?2`,
      ).bind(subject, scopeUuid),
    ],
    [record({ demo: number }), DB.prepare("SELECT demo FROM account WHERE subject = ?1").bind(subject)],
  );
  return {
    results,
    account: row === undefined ? undefined : { isDemo: row.demo === 1 },
  };
}

/** The newest results of many subjects in scopes, by `pairKey`. */
export async function findResultsOf(
  { DB }: Pick<Bindings, "DB">,
  pairs: readonly { readonly subject: string; readonly scopeUuid: string }[],
): Promise<ReadonlyMap<string, readonly ReportedResult[]>> {
  const names = new Map(pairs.map((pair) => [pairKey(pair), [pair.subject, pair.scopeUuid]]));
  const found = new Map<string, ReportedResult[]>();
  for (const chunk of jsonChunks([...names.values()])) {
    const rows = await readRows(
      pairedResult,
      DB.prepare(
        `SELECT latest.subject, latest.scope_uuid AS scopeUuid, testcase, version, latest.value, checked_at AS checkedAt,
              report_uuid AS reportUuid
         FROM json_each(?1) AS pair CROSS JOIN latest_result AS latest
           ON latest.subject = pair.value ->> 0 AND latest.scope_uuid = pair.value ->> 1`,
      ).bind(chunk),
    );
    for (const { subject, scopeUuid, ...result } of rows) {
      const key = pairKey({ subject, scopeUuid });
      const results = found.get(key) ?? [];
      if (results.push(result) === 1) found.set(key, results);
    }
  }
  return found;
}

/** Names a subject in a scope; no subject has a space in it. */
export function pairKey({ subject, scopeUuid }: { readonly subject: string; readonly scopeUuid: string }): string {
  return `${subject} ${scopeUuid}`;
}

const pairedResult = record({ subject: text, scopeUuid: text, ...RESULT_MEMBERS });

/** What the account of a subject says of it; undefined where nobody declared one. */
export async function findAccount(
  { DB }: Pick<Bindings, "DB">,
  subject: string,
): Promise<{ readonly isDemo: boolean } | undefined> {
  const row = await readRow(
    record({ demo: number }),
    DB.prepare("SELECT demo FROM account WHERE subject = ?1").bind(subject),
  );
  return row === undefined ? undefined : { isDemo: row.demo === 1 };
}

/** Whether a name in an address or a provider file stands for all accounts of a group. */
export function isGroup(name: string): boolean {
  return name.startsWith(GROUP_PREFIX);
}

/** The group that such a name is about. */
export function groupOf(name: string): string {
  return name.slice(GROUP_PREFIX.length);
}

/** The subjects that a name in an address stands for: `group-<name>` all accounts of the group, else the subject itself. */
export async function findMembers({ DB }: Pick<Bindings, "DB">, name: string): Promise<readonly string[]> {
  if (!isGroup(name)) return [name];
  const results = await readRows(
    record({ subject: text }),
    DB.prepare("SELECT subject FROM cloud WHERE group_name = ?1 ORDER BY subject").bind(groupOf(name)),
  );
  return results.map(({ subject }) => subject);
}
