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

/** By scope and test case: `<scope uuid> <testcase>`. Expired results count for nothing. */
export async function countPassing({ DB }: Pick<Bindings, "DB">, now: Date): Promise<ReadonlyMap<string, Passing>> {
  const results = await readRows(
    record({ scope: text, testcase: text, tested: number, passing: number, demo: number }),
    DB.prepare(
      `SELECT scope_uuid AS scope, testcase, count(DISTINCT subject) AS tested,
            count(DISTINCT iif(value = 1, subject, NULL)) AS passing, max(ifnull(account.demo, 0)) AS demo
       FROM latest_result LEFT JOIN account USING (subject)
      WHERE expires_at > ?1 GROUP BY scope_uuid, testcase`,
    ).bind(timestampOf(now)),
  );
  return new Map(
    results.map(({ scope, testcase, tested, passing, demo }) => [
      `${scope} ${testcase}`,
      { passing, tested, hasDemo: demo === 1 },
    ]),
  );
}
