import type { CloudEntry } from "#site/pages/home.tsx";
import { FACE_STATUS } from "#site/pages/certification/verdict.ts";

import type { Bindings } from "../bindings.ts";
import type { Snapshot } from "../http/site-context.ts";
import { describedClouds, earlier, namelessCloud, standingOf, type Cloud, type Standing } from "./clouds.ts";
import { publishedScopes, type PublishedScope } from "./published-scopes.ts";
import { listResults } from "./result-store.ts";

/** Every cloud with its standing per scope. */
export interface CloudTable {
  readonly scopes: readonly PublishedScope[];
  readonly rows: readonly { readonly cloud: Cloud; readonly standings: readonly (Standing | undefined)[] }[];
  /** When something in the table changes without a report. */
  readonly nextChange: Date | undefined;
}

/**
 * All clouds as they stand: those that providers describe, then those that only report. A cloud takes part in a scope
 * that its provider names or that it ever reported for.
 */
export async function loadCloudTable(
  env: Pick<Bindings, "DB" | "BLOBS">,
  snapshot: Snapshot,
  now: Date,
): Promise<CloudTable> {
  const [scopes, { bySubject, demoSubjects }] = await Promise.all([publishedScopes(env, snapshot), listResults(env)]);
  const described = describedClouds(snapshot);
  const known = new Set(described.map(({ subject }) => subject));
  const others = [...bySubject.keys()].filter((subject) => !known.has(subject));
  const clouds = [...described, ...others.map((subject) => namelessCloud(subject, demoSubjects.has(subject)))];
  let nextChange: Date | undefined;
  const rows = clouds.map((described) => {
    const cloud = { ...described, isDemo: described.isDemo || demoSubjects.has(described.subject) };
    const standings = scopes.map((published) => {
      const results = bySubject.get(cloud.subject)?.get(published.scope.uuid) ?? [];
      const takesPart = results.length > 0 || aimsAt(cloud, published);
      const standing = takesPart ? standingOf(snapshot, published, results, cloud.isDemo, now) : undefined;
      nextChange = earlier(nextChange, standing?.evaluation.nextChange);
      return standing;
    });
    return { cloud, standings };
  });
  return { scopes, rows, nextChange };
}

/** The clouds for the home page: one entry per cloud and scope it takes part in. */
export async function listClouds(env: Bindings, snapshot: Snapshot, now: Date): Promise<readonly CloudEntry[]> {
  const { scopes, rows } = await loadCloudTable(env, snapshot, now);
  return rows.flatMap(({ cloud, standings }) =>
    standings.flatMap((standing, index): CloudEntry[] => {
      const published = scopes[index];
      if (standing === undefined || published === undefined) return [];
      const { face } = standing;
      const href = `/certification/${cloud.subject}/${published.alias}`;
      const status = FACE_STATUS[face.kind];
      return [
        { name: cloud.name, href, scope: published.scope.name, status, verdict: face.message, isDemo: cloud.isDemo },
      ];
    }),
  );
}

function aimsAt({ scopes }: Cloud, { alias, scope }: PublishedScope): boolean {
  return scopes.includes(alias) || scopes.includes(scope.uuid);
}
