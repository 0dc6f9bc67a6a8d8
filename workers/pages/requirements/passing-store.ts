import { number, record, text } from "#core/base/stored/shape.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";

/** How many clouds pass a test case now, of those that have a result that still counts. */
export interface Passing {
  readonly passing: number;
  readonly tested: number;
  /** One of them is a demonstration. */
  readonly hasDemo: boolean;
}

/** What expired since the clock counted last, until `?1`: a cloud stays where a result of another version still counts. */
const EXPIRED = `
  SELECT scope_uuid, testcase, sum(is_gone) AS tested, sum(fails) AS passing,
         sum(is_gone AND EXISTS (SELECT 1 FROM cloud WHERE cloud.subject = due.subject AND demo = 1)) AS demo
    FROM (SELECT subject, scope_uuid, testcase,
                 NOT EXISTS (SELECT 1 FROM latest_result AS other
                   WHERE other.subject = expired.subject AND other.scope_uuid = expired.scope_uuid
                     AND other.testcase = expired.testcase AND other.expires_at > ?1) AS is_gone,
                 max(value = 1) AND NOT EXISTS (SELECT 1 FROM latest_result AS other
                   WHERE other.subject = expired.subject AND other.scope_uuid = expired.scope_uuid
                     AND other.testcase = expired.testcase AND other.expires_at > ?1 AND other.value = 1) AS fails
            FROM latest_result AS expired
           WHERE expires_at > (SELECT counted_at FROM passing_clock) AND expires_at <= ?1
           GROUP BY subject, scope_uuid, testcase) AS due
   GROUP BY scope_uuid, testcase`;

/** By scope and test case: `<scope uuid> <testcase>`. Expired results count for nothing. */
export async function countPassing({ DB }: Pick<Bindings, "DB">, now: Date): Promise<ReadonlyMap<string, Passing>> {
  const results = await readRows(
    record({ scope: text, testcase: text, tested: number, passing: number, demo: number }),
    DB.prepare(
      `WITH gone AS MATERIALIZED (${EXPIRED})
       SELECT scope, testcase, sum(tested) AS tested, sum(passing) AS passing, sum(demo) AS demo
         FROM (SELECT scope_uuid AS scope, testcase, tested, passing, demo FROM passing_count
               UNION ALL SELECT scope_uuid, testcase, -tested, -passing, -demo FROM gone)
        GROUP BY scope, testcase HAVING sum(tested) > 0`,
    ).bind(timestampOf(now)),
  );
  return new Map(
    results.map(({ scope, testcase, tested, passing, demo }) => [
      `${scope} ${testcase}`,
      { passing, tested, hasDemo: demo > 0 },
    ]),
  );
}

/** Takes away what expired since it did so last; the clock does. */
export async function forgetExpired({ DB }: Pick<Bindings, "DB">, now: Date): Promise<void> {
  const until = timestampOf(now);
  await DB.batch([
    DB.prepare(
      `UPDATE passing_count SET tested = passing_count.tested - expired.tested,
              passing = passing_count.passing - expired.passing, demo = passing_count.demo - expired.demo
         FROM (${EXPIRED}) AS expired
        WHERE passing_count.scope_uuid = expired.scope_uuid AND passing_count.testcase = expired.testcase`,
    ).bind(until),
    DB.prepare("UPDATE passing_clock SET counted_at = ?1 WHERE counted_at < ?1").bind(until),
  ]);
}
