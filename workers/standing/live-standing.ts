import { standingAt, type SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { Bindings } from "../state/bindings.ts";
import { currentSnapshot } from "../state/site-context.ts";
import type { StatusSources } from "./cloud-status.ts";
import { findScope, publishedScopes } from "./published-scopes.ts";
import { findResults } from "./result-store.ts";

/** A cloud in a scope as it stands, for whoever signs it. */
export interface LiveStanding {
  readonly subject: string;
  readonly alias: string;
  readonly scope: Scope;
  readonly standing: SubjectStanding;
  readonly isDemo: boolean;
}

/** How clouds stand at an instant in a scope (alias or UUID); undefined where one of them is unknown. */
export function liveStanding({ listCertificatesOf }: StatusSources) {
  return async function findLiveStanding(
    env: Pick<Bindings, "DB" | "BLOBS">,
    subject: string,
    scopeName: string,
    now: Date,
  ): Promise<LiveStanding | undefined> {
    const snapshot = await currentSnapshot(env);
    const published = findScope(await publishedScopes(env, snapshot), scopeName);
    if (published === undefined) return undefined;
    const { alias, scope } = published;
    const [{ results, account }, certificates] = await Promise.all([
      findResults(env, subject, scope.uuid),
      listCertificatesOf(env, subject),
    ]);
    if (results.length === 0) return undefined;
    const calendar = calendarOf(snapshot.site.timeZone);
    const standing = standingAt({ subject, scope, results, certificates, calendar }, now);
    return { subject, alias, scope, standing, isDemo: account?.isDemo ?? false };
  };
}
