import type { BadgeFace } from "#core/badges/face.ts";
import { groupFace } from "#core/badges/group-face.ts";
import { faceOf } from "#core/badges/standing-face.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { standingAt, type SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { ScopeEvaluation } from "#core/compliance/standing/evaluate.ts";
import { worstOf } from "#core/compliance/monitor/table-cell.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { FACE_STATUS } from "#site/pages/clouds/verdict.ts";
import type { CloudEntry } from "#site/pages/home.tsx";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";
import { cloudsWithMembers, earlier, namesScope, type Cloud } from "./clouds.ts";
import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import { publishedScopes } from "./published-scopes.ts";
import { isGroup, listResults } from "./result-store.ts";

/** What the tables of clouds need of other slices; `workers/app/index.ts` brings them together. */
export interface TableSources {
  readonly listCertificates: (env: Pick<Bindings, "DB">) => Promise<readonly Certificate[]>;
}

/** How a cloud stands in a scope. */
export interface Standing {
  readonly face: BadgeFace;
  readonly evaluation: ScopeEvaluation;
  /** Whether it is certified, all members of a group alike. */
  readonly isCertified: boolean;
}

/** A subject with its standing per scope; undefined for scopes that it takes no part in. */
export interface CloudRow {
  readonly cloud: Cloud;
  readonly standings: readonly (Standing | undefined)[];
  /** The accounts of a group; empty for a single subject. */
  readonly members: readonly { readonly subject: string; readonly standings: CloudRow["standings"] }[];
}

/** Every cloud with its standing per scope. */
export interface CloudTable {
  readonly scopes: readonly PublishedScope[];
  readonly rows: readonly CloudRow[];
  /** When something in the table changes without a report. */
  readonly nextChange: Date | undefined;
}

/**
 * All clouds as they stand: those that providers describe, then those that only report. A cloud takes part in a scope
 * that its provider names or that it ever reported for.
 */
export async function loadCloudTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { listCertificates }: TableSources,
  snapshot: Snapshot,
  now: Date,
): Promise<CloudTable> {
  const [scopes, results, certificates] = await Promise.all([
    publishedScopes(env, snapshot),
    listResults(env),
    listCertificates(env),
  ]);
  const calendar = calendarOf(snapshot.site.timeZone);
  let nextChange: Date | undefined;
  const standingOf = (cloud: Cloud, subject: string, published: PublishedScope): Standing | undefined => {
    const { scope } = published;
    const own = results.bySubject.get(subject)?.get(scope.uuid) ?? [];
    if (own.length === 0 && !namesScope(cloud.scopes, published)) return undefined;
    const standing = standingAt({ subject, scope, results: own, certificates, calendar }, now);
    nextChange = earlier(nextChange, standing.nextChange);
    const face = faceOf({ scopeName: scope.name, isDemo: cloud.isDemo, calendar, ...standing });
    return { face, evaluation: standing.evaluation, isCertified: isCertified(cloud, published, standing) };
  };
  const rows = cloudsWithMembers(snapshot, results).map(({ cloud, members: subjects }): CloudRow => {
    const members = subjects.map((subject) => {
      return { subject, standings: scopes.map((published) => standingOf(cloud, subject, published)) };
    });
    if (!isGroup(cloud.subject)) return { cloud, standings: members[0]?.standings ?? [], members: [] };
    const standings = scopes.map(({ scope }, index) =>
      joinStandings(
        scope.name,
        members.map((member) => member.standings[index]),
      ),
    );
    return { cloud, standings, members };
  });
  return { scopes, rows, nextChange };
}

/** By the certificate that was granted here, whatever became of it; else by what the provider file says. */
export function isCertified(
  { certified }: Pick<Cloud, "certified">,
  published: PublishedScope,
  { certificate }: Pick<SubjectStanding, "certificate">,
): boolean {
  return certificate === undefined ? namesScope(certified, published) : certificate.status.isValid;
}

/** A group stands as the worst of its members that take part. */
function joinStandings(label: string, members: readonly (Standing | undefined)[]): Standing | undefined {
  const taking = members.filter((member) => member !== undefined);
  const face = groupFace(
    label,
    taking.map((member) => member.face),
  );
  const evaluation = worstOf(taking.map((member) => member.evaluation));
  if (face === undefined || evaluation === undefined) return undefined;
  return { face, evaluation, isCertified: taking.every((member) => member.isCertified) };
}

/** The page about a cloud in a scope: its status page, or for a group the details of all its members. */
export function standingHref(subject: string, alias: string): string {
  return isGroup(subject) ? `/page/detail/${subject}/${alias}` : `/certification/${subject}/${alias}`;
}

/** The clouds for the home page: one entry per cloud and scope it takes part in. */
export async function listClouds(
  sources: TableSources,
  env: Bindings,
  snapshot: Snapshot,
  now: Date,
): Promise<readonly CloudEntry[]> {
  const { scopes, rows } = await loadCloudTable(env, sources, snapshot, now);
  return rows.flatMap(({ cloud, standings }) =>
    standings.flatMap((standing, index): CloudEntry[] => {
      const published = scopes[index];
      if (standing === undefined || published === undefined) return [];
      const { face } = standing;
      const href = standingHref(cloud.subject, published.alias);
      const status = FACE_STATUS[face.kind];
      return [
        { name: cloud.name, href, scope: published.scope.name, status, verdict: face.message, isDemo: cloud.isDemo },
      ];
    }),
  );
}
