import type { BadgeFace } from "#core/badges/face.ts";
import { groupFace } from "#core/badges/group-face.ts";
import { faceOf } from "#core/badges/standing-face.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { ScopeEvaluation } from "#core/compliance/standing/evaluate.ts";
import { worstOf } from "#core/compliance/monitor/table-cell.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";
import type { ListPlace } from "./cloud-list.ts";
import { namesScope, type Cloud } from "./clouds.ts";
import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";
import { judgePart } from "./judged-part.ts";
import { isGroup } from "./result-store.ts";

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

/** A part of the clouds with their standing per scope. */
export interface CloudTable {
  readonly scopes: readonly PublishedScope[];
  readonly rows: readonly CloudRow[];
  /** Where the next part begins; undefined at the end. */
  readonly next: ListPlace | undefined;
  /** When something in the table changes without a report. */
  readonly nextChange: Date | undefined;
}

/** Which part of the clouds is asked for. */
export interface TableQuestion {
  readonly place: ListPlace;
  /** Empty for all. */
  readonly search: string;
  readonly now: Date;
  /** Lines of the part at most (default: 50). */
  readonly lines?: number;
}

/**
 * Clouds as they stand: those that providers describe, then those that only report. A cloud takes part in a scope that its provider
 * names or that it ever reported for.
 */
export async function loadCloudTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  snapshot: Snapshot,
  question: TableQuestion,
): Promise<CloudTable> {
  const { scopes, rows: judged, ...table } = await judgePart(env, snapshot, question);
  const calendar = calendarOf(snapshot.site.timeZone);
  const sayOf = (cloud: Cloud, published: PublishedScope, standing: SubjectStanding): Standing | undefined => {
    if (!takesPart(cloud, published, standing)) return undefined;
    const face = faceOf({ scopeName: published.scope.name, isDemo: cloud.isDemo, calendar, ...standing });
    return { face, evaluation: standing.evaluation, isCertified: isCertified(cloud, published, standing) };
  };
  const rows = judged.map(({ cloud, members: all }): CloudRow => {
    const members = all.map(({ subject, standings }) => ({
      subject,
      standings: scopes.map((published, index) => {
        const standing = standings[index];
        return standing === undefined ? undefined : sayOf(cloud, published, standing);
      }),
    }));
    if (!isGroup(cloud.subject)) return { cloud, standings: members[0]?.standings ?? [], members: [] };
    const standings = scopes.map(({ scope }, index) =>
      joinStandings(
        scope.name,
        members.map((member) => member.standings[index]),
      ),
    );
    return { cloud, standings, members };
  });
  return { scopes, rows, ...table };
}

/** Whether a cloud takes part in a scope. */
export function takesPart(
  cloud: Pick<Cloud, "scopes">,
  published: PublishedScope,
  { hasReported }: Pick<SubjectStanding, "hasReported">,
): boolean {
  return hasReported || namesScope(cloud.scopes, published);
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
