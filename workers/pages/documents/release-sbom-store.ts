import { record, text } from "#core/base/stored/shape.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRow } from "../../state/rows.ts";
import type { PublishedFile, Snapshot } from "../../state/site-context.ts";

/** An uploaded SBOM of a release. */
export interface ReleaseSbom {
  readonly id: string;
  readonly href: string;
  readonly text: string;
}

/** Older releases that are looked at for an SBOM to compare with. */
const MAX_OLDER = 5;

/** The SBOM of the nearest older release that has one, and the way to what changed since. */
export async function findReleaseDiff(
  env: Pick<Bindings, "DB">,
  snapshot: Snapshot,
  sbom: ReleaseSbom | undefined,
  older: readonly PublishedFile<"release">[],
): Promise<{ readonly href: string; readonly text: string } | undefined> {
  if (sbom === undefined) return undefined;
  for (const release of older.slice(0, MAX_OLDER)) {
    const earlier = await findReleaseSbom(env, snapshot, release);
    if (earlier === undefined) continue;
    return { href: `/sboms/${earlier.id}/diff/${sbom.id}`, text: `Components changed since ${release.facts.version}` };
  }
  return undefined;
}

/** The uploaded SBOM whose bytes are those of the file beside the release notes; undefined until somebody uploads it. */
export async function findReleaseSbom(
  { DB }: Pick<Bindings, "DB">,
  snapshot: Snapshot,
  { path, facts }: PublishedFile<"release">,
): Promise<ReleaseSbom | undefined> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const file = snapshot.files.find((other) => facts.sbom !== undefined && other.path === `${folder}${facts.sbom}`);
  if (file === undefined) return undefined;
  const row = await readRow(
    record({ id: text }),
    DB.prepare("SELECT id FROM sbom WHERE sha256 = ?1").bind(file.sha256),
  );
  if (row === undefined) return undefined;
  return { id: row.id, href: `/sboms/${row.id}`, text: `Bill of materials of ${facts.version}` };
}
