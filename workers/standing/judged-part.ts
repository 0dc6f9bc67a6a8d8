import type { SubjectStanding } from "#core/compliance/standing/standing.ts";

import type { Bindings } from "../state/bindings.ts";
import type { Snapshot } from "../state/site-context.ts";
import { listPart, type ListPlace } from "./cloud-list.ts";
import { earlier, type Cloud } from "./clouds.ts";
import { publishedScopes, type FiledScope } from "./published-scopes.ts";
import { soundStandingsOf } from "./standing-store.ts";

/** Lines of a part of the list of clouds. */
const PART_LINES = 50;
/** Rows that a part may read. */
const MOST_ROWS = 285;
/** Rows of a line besides its standings: its name is asked for twice, and read once. */
const ROWS_OF_LINE = 3;

/** Clouds with how their members stand in every scope. */
export interface JudgedPart {
  readonly scopes: readonly FiledScope[];
  readonly rows: readonly {
    readonly cloud: Cloud;
    /** The subject itself, or all accounts of its group; one standing per scope, undefined where facts are damaged. */
    readonly members: readonly {
      readonly subject: string;
      readonly standings: readonly (SubjectStanding | undefined)[];
    }[];
  }[];
  readonly next: ListPlace | undefined;
  /** When one of the standings changes by itself. */
  readonly nextChange: Date | undefined;
}

/** A part of the list of clouds, with standings that are true now. */
export async function judgePart(
  env: Pick<Bindings, "DB" | "BLOBS">,
  snapshot: Snapshot,
  {
    place,
    search,
    now,
    lines = PART_LINES,
  }: { readonly place: ListPlace; readonly search: string; readonly now: Date; readonly lines?: number },
): Promise<JudgedPart> {
  const scopes = await publishedScopes(env, snapshot);
  const fitting = Math.max(1, Math.min(lines, Math.floor(MOST_ROWS / (scopes.length + ROWS_OF_LINE))));
  const { rows, next } = await listPart(env, snapshot, { place, search, lines: fitting });
  const pairs = rows.flatMap(({ members }) =>
    members.flatMap((subject) => scopes.map((published) => ({ subject, published }))),
  );
  const standings = await soundStandingsOf(env, snapshot, pairs, now);
  let read = 0;
  return {
    scopes,
    rows: rows.map(({ cloud, members }) => ({
      cloud,
      members: members.map((subject) => ({ subject, standings: standings.slice(read, (read += scopes.length)) })),
    })),
    next,
    nextChange: standings.map((standing) => standing?.nextChange).reduce(earlier, undefined),
  };
}
