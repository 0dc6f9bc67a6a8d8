import type { ReportedResult } from "#core/certification/evaluate.ts";

import type { Bindings } from "../bindings.ts";

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
  const [results, account] = await DB.batch<ReportedResult | { demo: number }>([
    DB.prepare(
      `SELECT testcase, version, value, checked_at AS checkedAt, report_uuid AS reportUuid
         FROM latest_result WHERE subject = ?1 AND scope_uuid = ?2`,
    ).bind(subject, scopeUuid),
    DB.prepare("SELECT demo FROM account WHERE subject = ?1").bind(subject),
  ]);
  const [row] = (account?.results ?? []) as { demo: number }[];
  return {
    results: (results?.results ?? []) as ReportedResult[],
    account: row === undefined ? undefined : { isDemo: row.demo === 1 },
  };
}

/** The newest results of some subjects, by `<subject> <scope UUID>`. */
export async function listResultsOf(
  { DB }: Pick<Bindings, "DB">,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportedResult[]>> {
  const { results } = await DB.prepare(
    `SELECT subject || ' ' || scope_uuid AS place, testcase, version, value, checked_at AS checkedAt,
            report_uuid AS reportUuid
       FROM latest_result WHERE subject IN (SELECT value FROM json_each(?1))`,
  )
    .bind(JSON.stringify(subjects))
    .all<ReportedResult & { readonly place: string }>();
  return Map.groupBy(results, ({ place }) => place);
}

/** The newest results of every subject, by subject and scope, and the subjects whose data is made up. */
export async function listResults({ DB }: Pick<Bindings, "DB">): Promise<{
  /** By subject, then by scope UUID. */
  readonly bySubject: ReadonlyMap<string, ReadonlyMap<string, readonly ReportedResult[]>>;
  readonly demoSubjects: ReadonlySet<string>;
}> {
  type Row = ReportedResult & { readonly subject: string; readonly scopeUuid: string };
  const [rows, demos] = await DB.batch<Row | { subject: string }>([
    DB.prepare(
      `SELECT subject, scope_uuid AS scopeUuid, testcase, version, value, checked_at AS checkedAt,
              report_uuid AS reportUuid
         FROM latest_result ORDER BY subject`,
    ),
    DB.prepare("SELECT subject FROM account WHERE demo = 1"),
  ]);
  const bySubject = new Map<string, Map<string, ReportedResult[]>>();
  for (const { subject, scopeUuid, ...result } of (rows?.results ?? []) as Row[]) {
    const byScope = bySubject.get(subject) ?? new Map<string, ReportedResult[]>();
    bySubject.set(subject, byScope);
    const results = byScope.get(scopeUuid) ?? [];
    byScope.set(scopeUuid, results);
    results.push(result);
  }
  return {
    bySubject,
    demoSubjects: new Set(((demos?.results ?? []) as { subject: string }[]).map((row) => row.subject)),
  };
}

/** The subjects that a name in an address stands for: `group-<name>` all accounts of the group, else the subject itself. */
export async function findMembers({ DB }: Pick<Bindings, "DB">, name: string): Promise<readonly string[]> {
  if (!name.startsWith("group-")) return [name];
  const { results } = await DB.prepare("SELECT subject FROM account WHERE group_name = ?1 ORDER BY subject")
    .bind(name.slice("group-".length))
    .all<{ subject: string }>();
  return results.map(({ subject }) => subject);
}
