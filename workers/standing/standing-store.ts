/**
 * Standings as they were judged. Whoever asks gets one that is true now: what was stored counts where it was made from the facts and
 * by the rules of today and nothing was due since; else the pair is judged anew, and that is stored.
 */
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
  const rows = await readStored(env, pairs);
  const judged = new Map<number, SubjectStanding>();
  const stale: number[] = [];
  for (const [place, { subject, published }] of pairs.entries()) {
    const row = rows.get(keyOf({ subject, scopeUuid: published.scope.uuid }));
    const known = row === undefined ? undefined : validStanding(row, snapshot, published, now);
    if (row === undefined) judged.set(place, judgeFacts(snapshot, { subject, published }, NOTHING, now));
    else if (known === undefined) stale.push(place);
    else judged.set(place, known);
  }
  const anew = await judgeAnew(
    env,
    snapshot,
    stale.flatMap((place) => pairs[place] ?? []),
    now,
  );
  for (const [index, place] of stale.entries()) {
    const standing = anew[index];
    if (standing !== undefined) judged.set(place, standing);
  }
  return pairs.flatMap((_pair, place) => judged.get(place) ?? []);
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

/** Judges pairs by their facts and stores what comes out, unless a fact changed meanwhile: then the next one to ask judges. */
export async function judgeAnew(
  env: Database,
  snapshot: Snapshot,
  pairs: readonly Pair[],
  now: Date,
): Promise<readonly SubjectStanding[]> {
  const judged: SubjectStanding[] = [];
  for (let begin = 0; begin < pairs.length; begin += MOST_JUDGED) {
    const part = pairs.slice(begin, begin + MOST_JUDGED);
    const facts = await readFacts(env, namesOf(part));
    const standings = part.map((pair, place) => judgeFacts(snapshot, pair, facts[place] ?? NOTHING, now));
    const rows = part.map(({ subject, published }, place) => ({
      subject,
      scopeUuid: published.scope.uuid,
      version: facts[place]?.version ?? 0,
      rules: rulesOf(snapshot, published),
      nextChange: standings[place]?.nextChange?.toISOString() ?? null,
      judgement: standings[place] === undefined ? null : writeStanding(published.scope, standings[place]),
    }));
    await store(env, rows, now);
    judged.push(...standings);
  }
  return judged;
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
  await DB.batch(jsonChunks(rows).map((chunk) => statement.bind(chunk, now.toISOString())));
}
