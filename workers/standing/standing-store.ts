/**
 * Standings as they were judged. Whoever asks gets one that is true now: what was stored counts where it was made from the facts and
 * by the rules of today and nothing was due since; else the pair is judged anew, and that is stored.
 */
import { DamagedStore } from "#core/base/stored/read-stored.ts";
import { nullable, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { standingAt, type SubjectStanding } from "#core/compliance/standing/standing.ts";
import { readStanding, STANDING_VERSION, writeStanding } from "#core/compliance/standing/stored-standing.ts";

import { jsonChunks } from "../http/json-chunks.ts";
import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";
import type { Snapshot } from "../state/site-context.ts";
import type { FiledScope } from "./published-scopes.ts";
import { readFacts, type PairFacts, type PairName } from "./standing-facts.ts";

type Database = Pick<Bindings, "DB">;

/** A subject in a scope. */
export interface Pair {
  readonly subject: string;
  readonly published: FiledScope;
}

/** Pairs that are judged in one go: their results fit into one answer of the database. */
const MOST_JUDGED = 100;

const storedRow = record({
  subject: text,
  scopeUuid: text,
  version: number,
  judgedVersion: nullable(number),
  rules: nullable(text),
  judgedAt: nullable(text),
  nextChange: nullable(text),
  judgement: nullable(text),
});
type StoredRow = ValueOf<typeof storedRow>;

/** How pairs stand now, in their order. A pair that the database does not know has no facts. */
export async function standingsOf(
  env: Database,
  snapshot: Snapshot,
  pairs: readonly Pair[],
  now: Date,
): Promise<readonly SubjectStanding[]> {
  const standings = await soundStandingsOf(env, snapshot, pairs, now);
  return standings.map((standing, place) => {
    if (standing === undefined) throw new DamagedStore(`\`${pairs[place]?.subject}\` cannot be judged: see the log.`);
    return standing;
  });
}

/** The same for lists: a pair whose facts are damaged is undefined, and the others can still be read. */
export async function soundStandingsOf(
  env: Database,
  snapshot: Snapshot,
  pairs: readonly Pair[],
  now: Date,
): Promise<readonly (SubjectStanding | undefined)[]> {
  const rows = await readStored(env, pairs);
  const known = pairs.map((pair) => {
    const row = rows.get(keyOf({ subject: pair.subject, scopeUuid: pair.published.scope.uuid }));
    if (row === undefined) return judgeFacts(snapshot, pair, NOTHING, now);
    return validStanding(row, snapshot, pair.published, now);
  });
  const stale = pairs.filter((_pair, place) => known[place] === undefined);
  const anew = await judgeAnew(env, snapshot, stale, now);
  let read = 0;
  return known.map((standing) => standing ?? anew[read++]);
}

/** How one subject stands in one scope now. */
export async function standingOf(env: Database, snapshot: Snapshot, pair: Pair, now: Date): Promise<SubjectStanding> {
  const [standing] = await standingsOf(env, snapshot, [pair], now);
  if (standing === undefined) throw new Error("a pair was asked about and not judged");
  return standing;
}

const NOTHING: PairFacts = { version: 0, results: [], certificates: [] };

/**
 * The rows of pairs. The database is asked by subject, as it counts every name that it is asked for: a page of fifty clouds in three
 * scopes has fifty names that way, and the rows of three hundred fit.
 */
async function readStored({ DB }: Database, pairs: readonly Pair[]): Promise<ReadonlyMap<string, StoredRow>> {
  const [first] = pairs;
  if (first === undefined) return new Map();
  const { uuid } = first.published.scope;
  const isOneScope = pairs.every(({ published }) => published.scope.uuid === uuid);
  const subjects = JSON.stringify([...new Set(pairs.map(({ subject }) => subject))]);
  const statement = isOneScope
    ? DB.prepare(`${STORED} WHERE scope_uuid = ?2`).bind(subjects, uuid)
    : DB.prepare(STORED).bind(subjects);
  const rows = await readRows(storedRow, statement);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const STORED = `
  SELECT subject, scope_uuid AS scopeUuid, version, judged_version AS judgedVersion, rules, judged_at AS judgedAt,
         next_change AS nextChange, judgement
    FROM json_each(?1) AS name CROSS JOIN standing ON standing.subject = name.value`;

/** No name and no UUID has a space in it. */
function keyOf({ subject, scopeUuid }: { readonly subject: string; readonly scopeUuid: string }): string {
  return `${scopeUuid} ${subject}`;
}

function namesOf(pairs: readonly Pair[]): readonly PairName[] {
  return pairs.map(({ subject, published }) => [subject, published.scope.uuid]);
}

/** What was stored, where it still holds. */
function validStanding(row: StoredRow, snapshot: Snapshot, published: FiledScope, now: Date) {
  const { version, judgedVersion, rules, judgedAt, nextChange, judgement } = row;
  if (judgement === null || judgedAt === null || judgedVersion !== version) return undefined;
  if (rules !== rulesOf(snapshot, published)) return undefined;
  const instant = now.toISOString();
  if (instant < judgedAt || (nextChange !== null && instant >= nextChange)) return undefined;
  return readStanding(published.scope, judgement);
}

/** By what a pair is judged beside its facts. */
export function rulesOf({ site }: Snapshot, { sha256 }: FiledScope): string {
  return `${STANDING_VERSION} ${sha256} ${site.timeZone}`;
}

function judgeFacts(
  { site }: Snapshot,
  { subject, published }: Pair,
  { results, certificates }: PairFacts,
  now: Date,
): SubjectStanding {
  const calendar = calendarOf(site.timeZone);
  return standingAt({ subject, scope: published.scope, results, certificates, calendar }, now);
}

/**
 * Judges pairs by their facts and stores what comes out, unless a fact changed meanwhile: then the next one to ask judges. Undefined
 * for a pair whose facts are damaged.
 */
export async function judgeAnew(
  env: Database,
  snapshot: Snapshot,
  pairs: readonly Pair[],
  now: Date,
): Promise<readonly (SubjectStanding | undefined)[]> {
  const judged: (SubjectStanding | undefined)[] = [];
  for (let begin = 0; begin < pairs.length; begin += MOST_JUDGED) {
    const part = pairs.slice(begin, begin + MOST_JUDGED);
    const facts = await readSound(env, part);
    const standings = part.map((pair, place) => {
      const own = facts[place];
      return own === undefined ? undefined : judgeFacts(snapshot, pair, own, now);
    });
    const rows = part.flatMap(({ subject, published }, place) => {
      const [standing, version] = [standings[place], facts[place]?.version];
      if (standing === undefined) return [];
      return [
        {
          subject,
          scopeUuid: published.scope.uuid,
          version,
          rules: rulesOf(snapshot, published),
          nextChange: standing.nextChange?.toISOString() ?? null,
          judgement: writeStanding(published.scope, standing),
        },
      ];
    });
    await store(env, rows, now);
    judged.push(...standings);
  }
  return judged;
}

/** Facts of pairs; where some are damaged, one pair after the other, so that one cloud keeps no other from its verdict. */
async function readSound(env: Database, pairs: readonly Pair[]): Promise<readonly (PairFacts | undefined)[]> {
  try {
    return await readFacts(env, namesOf(pairs));
  } catch (error) {
    if (!(error instanceof DamagedStore)) throw error;
    if (pairs.length > 1) return (await Promise.all(pairs.map((pair) => readSound(env, [pair])))).flat();
    console.error(error); // oxlint-disable-line eslint/no-console -- for the operator; readers see the other clouds
    return [undefined];
  }
}

/** Only for the version of the facts that was judged: whoever changed one meanwhile counted it up. */
async function store({ DB }: Database, rows: readonly unknown[], now: Date): Promise<void> {
  const statement = DB.prepare(
    `UPDATE standing
        SET judged_version = version, rules = made.value ->> 'rules', judged_at = ?2,
            next_change = made.value ->> 'nextChange', judgement = made.value ->> 'judgement'
       FROM json_each(?1) AS made
      WHERE standing.subject = made.value ->> 'subject' AND standing.scope_uuid = made.value ->> 'scopeUuid'
        AND standing.version = made.value ->> 'version'`,
  );
  if (rows.length === 0) return;
  await DB.batch(jsonChunks(rows).map((chunk) => statement.bind(chunk, now.toISOString())));
}
