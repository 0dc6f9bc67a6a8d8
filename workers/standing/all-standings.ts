/** All standings, for what promises everything: a part at a time, so that memory does not grow with clouds. */
import { nullable, record, text } from "#core/base/stored/shape.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";

import type { Bindings } from "../state/bindings.ts";
import { sha256Hex } from "../http/digest.ts";
import { readRow, readRows } from "../state/rows.ts";
import type { Snapshot } from "../state/site-context.ts";
import { cloudChange } from "./cloud-memory.ts";
import { earlier } from "./clouds.ts";
import type { FiledScope } from "./published-scopes.ts";
import { refreshStandings } from "./standing-clock.ts";
import { rulesOf, soundStandingsOf } from "./standing-store.ts";

type Env = Pick<Bindings, "DB" | "BLOBS">;

/** Pairs of a part. */
const PART = 100;

/** How a subject that ever reported stands in a scope. */
export interface NamedStanding {
  readonly subject: string;
  readonly published: FiledScope;
  readonly standing: SubjectStanding;
}

/** All subjects that ever reported, by name, in the scopes, in parts. */
export async function* standingsByName(
  env: Env,
  snapshot: Snapshot,
  scopes: readonly FiledScope[],
  now: Date,
): AsyncGenerator<readonly NamedStanding[]> {
  const statement = env.DB.prepare(
    `SELECT subject, scope_uuid AS scopeUuid FROM standing WHERE (subject, scope_uuid) > (?1, ?2)
      ORDER BY subject, scope_uuid LIMIT ${PART}`,
  );
  let [subject, scopeUuid] = ["", ""];
  while (true) {
    const names = await readRows(record({ subject: text, scopeUuid: text }), statement.bind(subject, scopeUuid));
    const pairs = names.flatMap((name) =>
      scopes.flatMap((published) =>
        published.scope.uuid === name.scopeUuid ? [{ subject: name.subject, published }] : [],
      ),
    );
    const standings = await soundStandingsOf(env, snapshot, pairs, now);
    yield pairs.flatMap((pair, index) => {
      const standing = standings[index];
      return standing?.hasReported === true ? [{ ...pair, standing }] : [];
    });
    const last = names.at(-1);
    if (last === undefined || names.length < PART) return;
    ({ subject, scopeUuid } = last);
  }
}

/** A name for all that the standings in some scopes say now, and when one of them changes by itself. */
export interface StandingsState {
  readonly tag: string;
  readonly nextChange: Date | undefined;
}

/** Known from a few rows, so that whoever has all already need not get it again. */
export async function standingsState(
  env: Env,
  snapshot: Snapshot,
  scopes: readonly FiledScope[],
  now: Date,
): Promise<StandingsState> {
  const known = await lookAt(env, snapshot, scopes, now);
  if (!known.isStale) return describe(env, snapshot, known.nextChange, "");
  await refreshStandings(env, now);
  const again = await lookAt(env, snapshot, scopes, now);
  // What is not judged yet is judged on the way; nobody can say before what comes out.
  return again.isStale
    ? describe(env, snapshot, now, `${now.toISOString()} ${crypto.randomUUID()}`)
    : describe(env, snapshot, again.nextChange, "");
}

async function describe(env: Env, snapshot: Snapshot, nextChange: Date | undefined, more: string) {
  const facts = [snapshot.id, snapshot.activatedAt, await cloudChange(env), nextChange, more];
  return { tag: (await sha256Hex(JSON.stringify(facts))).slice(0, 32), nextChange };
}

const STATE = `
  SELECT (SELECT next_change FROM standing WHERE scope_uuid = ?1 AND next_change IS NOT NULL
           ORDER BY next_change LIMIT 1) AS nextChange,
         (SELECT rules FROM standing WHERE scope_uuid = ?1 AND rules < ?2 LIMIT 1) AS older,
         (SELECT rules FROM standing WHERE scope_uuid = ?1 AND rules > ?2 LIMIT 1) AS newer`;

async function lookAt({ DB }: Env, snapshot: Snapshot, scopes: readonly FiledScope[], now: Date) {
  const shape = record({ nextChange: nullable(text), older: nullable(text), newer: nullable(text) });
  let nextChange: Date | undefined;
  let isStale = false;
  for (const published of scopes) {
    const row = await readRow(shape, DB.prepare(STATE).bind(published.scope.uuid, rulesOf(snapshot, published)));
    const next = row?.nextChange ?? undefined;
    isStale ||= (row?.older ?? row?.newer ?? undefined) !== undefined;
    if (next === undefined) continue;
    if (next <= now.toISOString()) isStale = true;
    else nextChange = earlier(nextChange, new Date(next));
  }
  return { nextChange, isStale };
}
