import { record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { publishedScopes } from "./published-scopes.ts";
import { judgeAnew, rulesOf } from "./standing-store.ts";

/** Pairs that one run of the clock judges; what is left is judged when somebody asks, or by the next run. */
const MOST_PER_RUN = 200;

/** Facts changed, something was due, or the scope, the time zone or the judge is another one. */
const STALE = `
  SELECT subject FROM (SELECT subject FROM standing WHERE scope_uuid = ?1 AND next_change <= ?2 ORDER BY next_change LIMIT ?4)
  UNION SELECT subject FROM (SELECT subject FROM standing WHERE scope_uuid = ?1 AND rules < ?3 LIMIT ?4)
  UNION SELECT subject FROM (SELECT subject FROM standing WHERE scope_uuid = ?1 AND rules > ?3 LIMIT ?4)
  LIMIT ?4`;

/** Judges anew what is not true any more, so that pages find it made. Answers how many pairs that were. */
export async function refreshStandings(env: Pick<Bindings, "DB" | "BLOBS">, now: Date): Promise<number> {
  const snapshot = await currentSnapshot(env);
  let judged = 0;
  for (const published of await publishedScopes(env, snapshot)) {
    const left = MOST_PER_RUN - judged;
    if (left <= 0) break;
    const statement = env.DB.prepare(STALE).bind(
      published.scope.uuid,
      now.toISOString(),
      rulesOf(snapshot, published),
      left,
    );
    const stale = await readRows(record({ subject: text }), statement);
    const pairs = stale.map(({ subject }) => ({ subject, published }));
    await judgeAnew(env, snapshot, pairs, now);
    judged += pairs.length;
  }
  return judged;
}
