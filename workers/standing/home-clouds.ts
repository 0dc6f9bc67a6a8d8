import { FACE_STATUS } from "#site/pages/clouds/verdict.ts";
import type { StandingEntry } from "#site/pages/home.tsx";

import type { Bindings } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import type { Snapshot } from "../state/site-context.ts";
import { LIST_BEGIN } from "./cloud-list.ts";
import { cloudKey } from "./cloud-memory.ts";
import { describeCloud } from "./clouds.ts";
import { loadCloudTable, standingHref, type CloudTable } from "./cloud-table.ts";

/** Clouds that the home page names; the list of all is a click away. */
const HOME_CLOUDS = 6;
/** Lines that are read for them: a group has one for each member. */
const HOME_LINES = 20;

/** Clouds for the home page: one entry per cloud and scope it takes part in. */
export interface HomeClouds {
  readonly clouds: readonly StandingEntry[];
  /** When one of them changes by itself. */
  readonly nextChange: Date | undefined;
}

const memory = createMemory<HomeClouds>(MEMORY_BOUNDS.homeClouds);

/** The first clouds of the list. */
export async function listClouds(env: Bindings, snapshot: Snapshot, now: Date): Promise<HomeClouds> {
  return memory.recall(await cloudKey(env, snapshot, "/"), now, async () => {
    const question = { place: LIST_BEGIN, search: "", now, lines: HOME_LINES };
    const table = await loadCloudTable(env, snapshot, question);
    return { value: { clouds: entriesOf(table), nextChange: table.nextChange }, until: table.nextChange };
  });
}

function entriesOf({ scopes, rows }: CloudTable): readonly StandingEntry[] {
  return rows.slice(0, HOME_CLOUDS).flatMap(({ cloud, standings }) =>
    standings.flatMap((standing, index): StandingEntry[] => {
      const published = scopes[index];
      if (standing === undefined || published === undefined) return [];
      const { face } = standing;
      const href = standingHref(cloud.subject, published.alias);
      const status = FACE_STATUS[face.kind];
      return [
        {
          cloud: describeCloud(cloud),
          href,
          scope: published.scope.name,
          status,
          verdict: face.message,
          isDemo: cloud.isDemo,
        },
      ];
    }),
  );
}
