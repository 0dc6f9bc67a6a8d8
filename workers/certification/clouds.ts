import type { BadgeFace } from "#core/badges/face.ts";
import { faceOf } from "#core/badges/standing-face.ts";
import { evaluateScope, type ReportedResult, type ScopeEvaluation } from "#core/certification/evaluate.ts";
import type { Provider } from "#core/publishing/provider.ts";
import { calendarOf } from "#core/time/calendar.ts";

import { filesOfKind, type Snapshot } from "../http/site-context.ts";
import type { PublishedScope } from "./published-scopes.ts";

/** A cloud under test: what its provider says of it, or only its name. */
export interface Cloud {
  readonly subject: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly provider: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly regions?: readonly string[] | undefined;
  /** Aliases or UUIDs of the scopes that the provider aims at. */
  readonly scopes: readonly string[];
  readonly isDemo: boolean;
}

/** How a cloud stands in a scope. */
export interface Standing {
  readonly face: BadgeFace;
  readonly evaluation: ScopeEvaluation;
}

/** The clouds that providers describe, in the order of their files. */
export function describedClouds(snapshot: Snapshot): readonly Cloud[] {
  return filesOfKind<Provider | null>(snapshot, "provider").flatMap(({ facts }) =>
    facts === null
      ? []
      : facts.offerings.flatMap((offering) =>
          offering.subjects.map((subject) => ({
            subject,
            name: offering.subjects.length === 1 ? offering.name : `${offering.name} (${subject})`,
            description: offering.description,
            provider: { name: facts.provider.name, url: facts.provider.url },
            regions: offering.regions,
            scopes: offering.scopes ?? [],
            isDemo: facts.provider.demo ?? false,
          })),
        ),
  );
}

/** A cloud that nobody described; its subject is all that is known. */
export function namelessCloud(subject: string, isDemo: boolean): Cloud {
  return { subject, name: subject, provider: undefined, scopes: [], isDemo };
}

/** How a cloud stands in a scope at an instant, given its newest results. */
export function standingOf(
  snapshot: Snapshot,
  { scope }: PublishedScope,
  results: readonly ReportedResult[],
  isDemo: boolean,
  now: Date,
): Standing {
  const evaluation = evaluateScope(scope, results, { now, calendar: calendarOf(snapshot.site.timeZone) });
  const face = faceOf({ scopeName: scope.name, evaluation, hasReported: results.length > 0, isDemo });
  return { face, evaluation };
}

/** The earlier of two instants at which something changes by itself. */
export function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** Whole seconds until an answer may change; at most `atMost`. */
export function secondsUntil(nextChange: Date | undefined, now: Date, atMost: number): number {
  if (nextChange === undefined) return atMost;
  return Math.max(0, Math.min(atMost, Math.floor((nextChange.getTime() - now.getTime()) / 1000)));
}
