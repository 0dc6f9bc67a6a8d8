import { evaluateScope, type ScopeEvaluation } from "#core/certification/evaluate.ts";
import type { Scope } from "#core/certification/scope.ts";
import { calendarOf } from "#core/time/calendar.ts";

import type { Bindings } from "../bindings.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { findScope, publishedScopes } from "./published-scopes.ts";
import { findResults } from "./result-store.ts";

/** A cloud in a scope as it stands, for whoever signs it. */
export interface LiveStanding {
  readonly subject: string;
  readonly alias: string;
  readonly scope: Scope;
  readonly evaluation: ScopeEvaluation;
  readonly isDemo: boolean;
}

/** How a cloud stands at an instant in a scope (alias or UUID); undefined where one of them is unknown. */
export async function findLiveStanding(
  env: Pick<Bindings, "DB" | "BLOBS">,
  subject: string,
  scopeName: string,
  now: Date,
): Promise<LiveStanding | undefined> {
  const snapshot = await currentSnapshot(env);
  const published = findScope(await publishedScopes(env, snapshot), scopeName);
  if (published === undefined) return undefined;
  const { results, account } = await findResults(env, subject, published.scope.uuid);
  if (results.length === 0) return undefined;
  const evaluation = evaluateScope(published.scope, results, { now, calendar: calendarOf(snapshot.site.timeZone) });
  return { subject, alias: published.alias, scope: published.scope, evaluation, isDemo: account?.isDemo ?? false };
}
