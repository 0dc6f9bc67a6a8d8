import { nullable, number, object, record, text } from "#core/base/stored/shape.ts";
import { GROUP_PREFIX } from "#core/trust/accounts/reserved-names.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";
import { RESULT_MEMBERS, reportedResult } from "#core/compliance/standing/stored-result.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch, readRows } from "../state/rows.ts";

const placedResult = object<ReportedResult & { readonly place: string }>({ ...RESULT_MEMBERS, place: text });

type SubjectResult = ReportedResult & { readonly subject: string; readonly scopeUuid: string };
const subjectResult = object<SubjectResult>({ ...RESULT_MEMBERS, subject: text, scopeUuid: text });

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

/** The newest results of some subjects, by `<subject> <scope UUID>`. */
export async function listResultsOf(
  { DB }: Pick<Bindings, "DB">,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportedResult[]>> {
  const results = await readRows(
    placedResult,
    DB.prepare(
      `SELECT subject || ' ' || scope_uuid AS place, testcase, version, value, checked_at AS checkedAt,
            report_uuid AS reportUuid
       FROM latest_result WHERE subject IN (SELECT value FROM json_each(?1))`,
    ).bind(JSON.stringify(subjects)),
  );
  return Map.groupBy(results, ({ place }) => place);
}

/** The newest results of all subjects, and what tables need to know of accounts. */
export interface AllResults {
  /** By subject, then by scope UUID. */
  readonly bySubject: ReadonlyMap<string, ReadonlyMap<string, readonly ReportedResult[]>>;
  /** Subjects whose data is made up. */
  readonly demoSubjects: ReadonlySet<string>;
  /** Subjects by the name of their group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** The newest results of every subject, or of a single one. */
export async function listResults({ DB }: Pick<Bindings, "DB">, subject?: string): Promise<AllResults> {
  const all = `SELECT subject, scope_uuid AS scopeUuid, testcase, version, value, checked_at AS checkedAt,
                      report_uuid AS reportUuid FROM latest_result`;
  const [rows, accounts] = await readBatch(
    DB,
    [
      subjectResult,
      subject === undefined
        ? DB.prepare(`${all} ORDER BY subject`)
        : DB.prepare(`${all} WHERE subject = ?1`).bind(subject),
    ],
    [
      record({ subject: text, demo: number, groupName: nullable(text) }),
      subject === undefined
        ? DB.prepare("SELECT subject, demo, group_name AS groupName FROM account ORDER BY subject")
        : DB.prepare("SELECT subject, demo, group_name AS groupName FROM account WHERE subject = ?1").bind(subject),
    ],
  );
  const bySubject = new Map<string, Map<string, ReportedResult[]>>();
  for (const { subject, scopeUuid, ...result } of rows) {
    const byScope = bySubject.get(subject) ?? new Map<string, ReportedResult[]>();
    bySubject.set(subject, byScope);
    const results = byScope.get(scopeUuid) ?? [];
    byScope.set(scopeUuid, results);
    results.push(result);
  }
  const groups = new Map<string, string[]>();
  for (const { subject, groupName } of accounts) {
    if (groupName !== null) groups.set(groupName, [...(groups.get(groupName) ?? []), subject]);
  }
  const demoSubjects = new Set(accounts.filter(({ demo }) => demo === 1).map((account) => account.subject));
  return { bySubject, demoSubjects, groups };
}

/** Whether a name in an address or a provider file stands for all accounts of a group. */
export function isGroup(name: string): boolean {
  return name.startsWith(GROUP_PREFIX);
}

/** The subjects that a name stands for, of groups that were read before. */
export function membersIn(groups: AllResults["groups"], name: string): readonly string[] {
  return isGroup(name) ? (groups.get(name.slice(GROUP_PREFIX.length)) ?? []) : [name];
}

/** The subjects that a name in an address stands for: `group-<name>` all accounts of the group, else the subject itself. */
export async function findMembers({ DB }: Pick<Bindings, "DB">, name: string): Promise<readonly string[]> {
  if (!isGroup(name)) return [name];
  const results = await readRows(
    record({ subject: text }),
    DB.prepare("SELECT subject FROM account WHERE group_name = ?1 ORDER BY subject").bind(
      name.slice(GROUP_PREFIX.length),
    ),
  );
  return results.map(({ subject }) => subject);
}
