import { number, record, text } from "#core/base/stored/shape.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";

/** A result as the monitor lists it for approval; its field names are those of the wire. */
export interface ResultRow {
  readonly reportuuid: string;
  readonly subject: string;
  readonly checked_at: string;
  readonly scopeuuid: string;
  readonly version: string;
  readonly check: string;
  readonly result: number;
  readonly approval: boolean;
}

/** A decision on a result. */
export interface Approval {
  readonly reportuuid: string;
  readonly scopeuuid: string;
  readonly version: string;
  readonly check: string;
  readonly approval: boolean;
}

const LISTED_FOR_DAYS = 7;
const MS_PER_DAY = 86_400_000;

/**
 * Results checked in the last seven days, oldest first: the newest of every testcase, and those that changed something.
 * Results that only confirmed others are in their reports.
 */
const RECENT_RESULTS = `
  WITH recent AS (
    SELECT report_uuid, subject, checked_at, scope_uuid, version, testcase, value
      FROM latest_result WHERE checked_at >= ?1
    UNION
    SELECT report_uuid, subject, at, scope_uuid, version, testcase, value
      FROM result_change WHERE at >= ?1 AND value IS NOT NULL)
  SELECT recent.*, coalesce(approved, value = 1) AS approved
    FROM recent LEFT JOIN approval USING (report_uuid, testcase, version)`;

const recentResult = record({
  report_uuid: text,
  subject: text,
  checked_at: text,
  scope_uuid: text,
  version: text,
  testcase: text,
  value: number,
  approved: number,
});

/** Lists recent results. Without `approved` those that are approved and those that are not. */
export async function listRecentResults(
  { DB }: Pick<Bindings, "DB">,
  query: { readonly approved: boolean | undefined; readonly limit: number; readonly skip: number },
  now: Date,
): Promise<readonly ResultRow[]> {
  const results = await readRows(
    recentResult,
    DB.prepare(
      `SELECT * FROM (${RECENT_RESULTS}) WHERE ?2 IS NULL OR approved = ?2
      ORDER BY checked_at, report_uuid, testcase, version LIMIT ?3 OFFSET ?4`,
    ).bind(
      timestampOf(new Date(now.getTime() - LISTED_FOR_DAYS * MS_PER_DAY)),
      query.approved === undefined ? null : Number(query.approved),
      query.limit,
      query.skip,
    ),
  );
  return results.map((row) => ({
    reportuuid: row.report_uuid,
    subject: row.subject,
    // The monitor writes UTC without offset.
    checked_at: row.checked_at.replace("Z", ""),
    scopeuuid: row.scope_uuid,
    version: row.version,
    check: row.testcase,
    result: row.value,
    approval: row.approved === 1,
  }));
}

/** The clouds whose reports are decided on. */
export async function subjectsOf(
  { DB }: Pick<Bindings, "DB">,
  approvals: readonly Approval[],
): Promise<readonly string[]> {
  const results = await readRows(
    record({ subject: text }),
    DB.prepare(
      `SELECT DISTINCT subject FROM report
      WHERE uuid IN (SELECT value ->> 'reportuuid' FROM json_each(?1)) ORDER BY subject`,
    ).bind(JSON.stringify(approvals)),
  );
  return results.map(({ subject }) => subject);
}

/**
 * Records decisions, all or none. Answers those about results that nobody reported; then nothing was recorded.
 */
export async function recordApprovals(
  { DB }: Pick<Bindings, "DB">,
  approvals: readonly Approval[],
  decision: { readonly by: string; readonly at: Date },
): Promise<readonly Approval[]> {
  const json = JSON.stringify(approvals);
  const results = await readRows(
    record({ key: number }),
    DB.prepare(
      `SELECT key FROM json_each(?1) AS decision
      WHERE NOT EXISTS (SELECT 1 FROM latest_result AS known
                         WHERE known.report_uuid = decision.value ->> 'reportuuid' AND known.scope_uuid = decision.value ->> 'scopeuuid'
                           AND known.testcase = decision.value ->> 'check' AND known.version = decision.value ->> 'version')
        AND NOT EXISTS (SELECT 1 FROM result_change AS known
                         WHERE known.report_uuid = decision.value ->> 'reportuuid' AND known.scope_uuid = decision.value ->> 'scopeuuid'
                           AND known.testcase = decision.value ->> 'check' AND known.version = decision.value ->> 'version')`,
    ).bind(json),
  );
  if (results.length > 0) return results.flatMap(({ key }) => approvals[key] ?? []);
  await DB.prepare(
    `INSERT INTO approval (report_uuid, testcase, version, approved, decided_at, decided_by)
     SELECT value ->> 'reportuuid', value ->> 'check', value ->> 'version', value ->> 'approval', ?2, ?3
       FROM json_each(?1) WHERE true
     ON CONFLICT (report_uuid, testcase, version) DO UPDATE
       SET approved = excluded.approved, decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
  )
    .bind(json, decision.at.toISOString(), decision.by)
    .run();
  return [];
}
