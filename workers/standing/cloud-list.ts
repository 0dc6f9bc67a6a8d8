/**
 * The list of clouds, a part at a time: those that providers describe, in the order of their files, then those that only report, by
 * their subject. What is described is in memory with the published state; of the others the database reads the rows of the part.
 */
import { number, nullable, record, text, type ValueOf } from "#core/base/stored/shape.ts";

import type { Bindings } from "../state/bindings.ts";
import { readRows } from "../state/rows.ts";
import type { Snapshot } from "../state/site-context.ts";
import { describedClouds, namelessCloud, type Cloud, type CloudWithMembers } from "./clouds.ts";
import { groupOf, isGroup } from "./result-store.ts";

type Database = Pick<Bindings, "DB">;

/** Where a part of the list begins. */
export interface ListPlace {
  /** How many described clouds come before it. */
  readonly from: number;
  /** The nameless cloud before it, where there is one: then all described ones come before it too. */
  readonly after: string;
}

/** Where the list begins. */
export const LIST_BEGIN: ListPlace = { from: 0, after: "" };

/** A part of the list. */
export interface CloudPart {
  readonly rows: readonly CloudWithMembers[];
  /** Where the next part begins; undefined at the end of the list. */
  readonly next: ListPlace | undefined;
}

const cloudRow = record({ subject: text, demo: number, groupName: nullable(text) });
type CloudRow = ValueOf<typeof cloudRow>;

/** A part of the list with at most so many lines, members of groups counted; a group that is longer stands alone. */
export async function listPart(
  env: Database,
  snapshot: Snapshot,
  { place, search, lines }: { readonly place: ListPlace; readonly search: string; readonly lines: number },
): Promise<CloudPart> {
  const described = search === "" ? describedClouds(snapshot) : await findDescribed(env, snapshot, search);
  const begin = place.after === "" ? place.from : described.length;
  const rows = await withMembers(env, described.slice(begin, begin + lines), lines);
  const from = begin + rows.length;
  if (from < described.length) return { rows, next: { from, after: "" } };
  const used = rows.reduce((sum, { members }) => sum + Math.max(1, members.length), 0);
  const room = Math.max(0, lines - used);
  const nameless = await listNameless(env, search, place.after, room + 1);
  const shown = nameless.slice(0, room);
  const last = shown.at(-1)?.subject ?? place.after;
  return {
    rows: [
      ...rows,
      ...shown.map(({ subject, demo }) => ({ cloud: namelessCloud(subject, demo === 1), members: [subject] })),
    ],
    next: nameless.length > room ? { from, after: last } : undefined,
  };
}

/** Described clouds with their members, as many as fit into the lines, at least one. */
async function withMembers(
  { DB }: Database,
  clouds: readonly Cloud[],
  lines: number,
): Promise<readonly CloudWithMembers[]> {
  if (clouds.length === 0) return [];
  const names = clouds.map(({ subject }) => subject);
  const accounts = await readRows(
    record({ subject: text }),
    DB.prepare(
      `SELECT cloud.subject FROM json_each(?1) AS name CROSS JOIN cloud INDEXED BY cloud_demo
           ON cloud.subject = name.value AND demo = 1`,
    ).bind(JSON.stringify(names.filter((name) => !isGroup(name)))),
  );
  const demo = new Set(accounts.map(({ subject }) => subject));
  const groups = await membersOf({ DB }, [...new Set(names.filter(isGroup).map(groupOf))], lines);
  const rows: CloudWithMembers[] = [];
  let used = 0;
  for (const cloud of clouds) {
    const members = isGroup(cloud.subject) ? groups.get(groupOf(cloud.subject)) : [{ subject: cloud.subject, demo: 0 }];
    // Not read to its end, or more than fits: it begins the next part.
    if (members === undefined || (rows.length > 0 && used + members.length > lines)) break;
    used += Math.max(1, members.length);
    const subjects = members.map(({ subject }) => subject);
    const isDemo = cloud.isDemo || members.some((one) => one.demo === 1) || demo.has(cloud.subject);
    rows.push({ cloud: { ...cloud, isDemo }, members: subjects });
    if (used >= lines) break;
  }
  return rows;
}

type Members = readonly Pick<CloudRow, "subject" | "demo">[];

/** Accounts of groups, in the order of the groups: all of the first one, of the others while they fit into the lines. */
async function membersOf(
  { DB }: Database,
  groups: readonly string[],
  lines: number,
): Promise<ReadonlyMap<string, Members>> {
  // In the order of the list, then of the index: to sort them, the database would read all.
  const select = `SELECT cloud.subject, demo, group_name AS groupName
                    FROM json_each(?1) AS name CROSS JOIN cloud ON cloud.group_name = name.value`;
  const found = await readRows(cloudRow, DB.prepare(`${select} LIMIT ?2`).bind(JSON.stringify(groups), lines + 1));
  const isCut = found.length > lines;
  const last = found.at(-1)?.groupName;
  const known = isCut ? groups.slice(0, groups.indexOf(last ?? "")) : groups;
  const members = Map.groupBy(found, ({ groupName }) => groupName);
  const [first] = groups;
  if (isCut && known.length === 0 && first !== undefined) {
    return new Map([[first, await readRows(cloudRow, DB.prepare(select).bind(JSON.stringify([first])))]]);
  }
  return new Map(known.map((group) => [group, members.get(group) ?? []]));
}

/** Described clouds that a search finds: by name, subject or provider, groups also by the beginning of a member's name. */
async function findDescribed({ DB }: Database, snapshot: Snapshot, search: string): Promise<readonly Cloud[]> {
  const wanted = search.toLowerCase();
  const groups = await readRows(
    record({ groupName: text }),
    DB.prepare(
      `SELECT group_name AS groupName FROM cloud
        WHERE group_name IS NOT NULL AND is_described = 1 AND subject >= ?1 AND subject < ?1 || char(1114111) LIMIT 50`,
    ).bind(search),
  );
  const named = new Set(groups.map(({ groupName }) => groupName));
  return describedClouds(snapshot).filter(
    ({ name, subject, provider }) =>
      [name, subject, provider?.name ?? ""].some((text) => text.toLowerCase().includes(wanted)) ||
      (isGroup(subject) && named.has(groupOf(subject))),
  );
}

const NAMELESS = `SELECT subject, demo, group_name AS groupName FROM cloud
  WHERE has_reported = 1 AND is_described = 0 AND subject > ?1`;

/** Three letters are the shortest that the index of names knows. */
const SHORTEST_PART = 3;

/** Clouds that only report, after one of them. Short searches find beginnings of names, longer ones any part. */
async function listNameless(
  { DB }: Database,
  search: string,
  after: string,
  limit: number,
): Promise<readonly CloudRow[]> {
  if (search === "") return readRows(cloudRow, DB.prepare(`${NAMELESS} ORDER BY subject LIMIT ?2`).bind(after, limit));
  if (Array.from(search).length < SHORTEST_PART) {
    const beginning = `${NAMELESS} AND subject >= ?3 AND subject < ?3 || char(1114111) ORDER BY subject LIMIT ?2`;
    return readRows(cloudRow, DB.prepare(beginning).bind(after, limit, search));
  }
  return readRows(
    cloudRow,
    DB.prepare(
      `SELECT cloud.subject, demo, group_name AS groupName
         FROM cloud_search CROSS JOIN cloud ON cloud.number = cloud_search.rowid
        WHERE cloud_search MATCH ?1 AND cloud_search.rowid > coalesce((SELECT number FROM cloud WHERE subject = ?2), 0)
        ORDER BY cloud_search.rowid LIMIT ?3`,
    ).bind(`"${search.replaceAll('"', '""')}"`, after, limit),
  );
}
