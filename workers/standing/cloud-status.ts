/** Everything that the status page of a cloud says of an instant, read from the store in a few questions. */
import { faceOf } from "#core/badges/standing-face.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { standingAt, type SubjectStanding } from "#core/compliance/standing/standing.ts";
import { addMonths } from "#core/compliance/certificates/term.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";
import { annotationsAt, type HistoryAnnotation } from "#core/compliance/history/history-annotation.ts";
import type { Period, ScopeEra } from "#core/compliance/history/history-rows.ts";
import { resultsAt, spansOf, type ResultSpan } from "#core/compliance/history/history-spans.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { calendarOf, type Calendar } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import { currentSnapshot, type Snapshot } from "../state/site-context.ts";
import { listAnnotations } from "./annotation-store.ts";
import { describedClouds, namelessCloud, type Cloud } from "./clouds.ts";
import { findHistory } from "./history-store.ts";
import { findScope, publishedScopes } from "./published-scopes.ts";
import { scopeAt, scopeEras } from "./scope-eras.ts";

/** What status pages need of other slices; `workers/app/index.ts` brings them together. */
export interface StatusSources {
  readonly listCertificatesOf: (env: Pick<Bindings, "DB">, subject: string) => Promise<readonly Certificate[]>;
}

/** How far back the history goes (SCS-0004, regulation 4), in months. */
export const HISTORY_MONTHS = 18;

/** A cloud in a scope at an instant, with its history up to it. */
export interface CloudStatus {
  readonly snapshot: Snapshot;
  readonly calendar: Calendar;
  readonly cloud: Cloud;
  readonly alias: string;
  /** As it was published at the instant. */
  readonly scope: Scope;
  readonly instant: Date;
  readonly standing: SubjectStanding;
  readonly face: BadgeFace;
  /** Certificates of the cloud for this scope, applications included. */
  readonly certificates: readonly Certificate[];
  readonly results: readonly ReportedResult[];
  readonly eras: readonly ScopeEra[];
  readonly spans: readonly ResultSpan[];
  readonly annotations: readonly HistoryAnnotation[];
  /** The last eighteen months up to the instant; less where there were too many changes to read. */
  readonly period: Period;
  readonly isCut: boolean;
}

/** Which cloud, scope (alias or UUID) and instant are asked about. */
export interface StatusQuestion {
  readonly subject: string;
  readonly scopeName: string;
  readonly now: Date;
  /** Another moment than now. */
  readonly at: Date | undefined;
}

/**
 * The status, or why there is none: the address names a scope or a cloud that nobody knows, or one whose certificate
 * ended so long ago that nothing is shown any more.
 */
export async function findCloudStatus(
  env: Pick<Bindings, "DB" | "BLOBS">,
  { listCertificatesOf }: StatusSources,
  { subject, scopeName, now, at }: StatusQuestion,
): Promise<CloudStatus | "unknown" | "gone"> {
  const snapshot = await currentSnapshot(env);
  const published = findScope(await publishedScopes(env, snapshot), scopeName);
  if (published === undefined) return "unknown";
  const calendar = calendarOf(snapshot.site.timeZone);
  const instant = at ?? now;
  const since = calendar.startOf(addMonths(calendar.dateOf(instant), -HISTORY_MONTHS));
  const { uuid } = published.scope;
  const [history, certificates, annotations, eras] = await Promise.all([
    findHistory(env, subject, uuid, since, { isKept: at === undefined }),
    listCertificatesOf(env, subject),
    listAnnotations(env, subject, uuid),
    scopeEras(env, published),
  ]);
  const described = describedClouds(snapshot).find((one) => one.subject === subject);
  if (described === undefined && history.account === undefined && history.latest.length === 0) return "unknown";
  const facts = { subject, certificates, calendar };
  const present = standingAt({ ...facts, scope: published.scope, results: history.latest }, now);
  if (present.presence.kind === "gone") return "gone";
  const spans = spansOf(history.changes, history.latest, published.scope, calendar);
  const isPast = instant < now;
  const results = isPast ? resultsAt(spans, instant) : history.latest;
  const scope = isPast ? (scopeAt(eras, instant)?.scope ?? published.scope) : published.scope;
  const standing = at === undefined ? present : standingAt({ ...facts, scope, results }, instant);
  const isDemo = history.account?.isDemo ?? described?.isDemo ?? false;
  const hasReported = standing.hasReported || spans.some(({ from }) => from <= instant);
  const face = faceOf({ scopeName: scope.name, isDemo, calendar, ...standing, hasReported });
  const oldest = history.changes[0];
  const from = history.isCut && oldest !== undefined ? new Date(oldest.at) : since;
  return {
    snapshot,
    calendar,
    cloud: described === undefined ? namelessCloud(subject, isDemo) : { ...described, isDemo },
    alias: published.alias,
    scope,
    instant,
    standing: { ...standing, hasReported },
    face,
    certificates: certificates.filter((certificate) => certificate.scope.uuid === uuid),
    results,
    eras,
    spans: spans.filter((span) => span.from <= instant),
    annotations: annotationsAt(annotations, instant),
    period: { from: from < instant ? from : since, to: instant },
    isCut: history.isCut,
  };
}
