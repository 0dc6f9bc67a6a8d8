import type { Release } from "#core/publishing/release.ts";

import type { Bindings } from "../bindings.ts";
import type { PublishedFile, Snapshot } from "../http/site-context.ts";

/** The uploaded SBOM whose bytes are those of the file beside the release notes; undefined until somebody uploads it. */
export async function findReleaseSbom(
  { DB }: Pick<Bindings, "DB">,
  snapshot: Snapshot,
  { path, facts }: PublishedFile<Release>,
): Promise<{ readonly href: string; readonly text: string } | undefined> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const file = snapshot.files.find((other) => facts.sbom !== undefined && other.path === `${folder}${facts.sbom}`);
  if (file === undefined) return undefined;
  const row = await DB.prepare("SELECT id FROM sbom WHERE sha256 = ?1").bind(file.sha256).first<{ id: string }>();
  return row === null ? undefined : { href: `/sboms/${row.id}`, text: `Bill of materials of ${facts.version}` };
}
