/**
 * What every page needs of the published state. A snapshot never changes once it is complete, so its files are kept in
 * the memory of the isolate by id; only the pointer to the current one is read on each request.
 */
import type { Finding } from "#core/finding.ts";
import { DEFAULT_TREE_CONFIG, type SiteConfig } from "#core/publishing/site-config.ts";
import type { FileKind } from "#core/publishing/tree-layout.ts";
import { RENDERER_VERSION } from "#core/rendering/render-markdown.ts";
import type { TocEntry } from "#core/rendering/name-headings.ts";

import type { Bindings } from "../bindings.ts";

/** A published file with what the worker made of it. `Facts` depends on the kind. */
export interface PublishedFile<Facts = unknown> {
  readonly path: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly facts: Facts;
  readonly toc: readonly TocEntry[];
  readonly findings: readonly Finding[];
}

/** A published state. */
export interface Snapshot {
  /** SHA-256 of the manifest; `""` as long as nothing is published. */
  readonly id: string;
  readonly activatedAt: Date | undefined;
  readonly site: SiteConfig;
  readonly files: readonly PublishedFile[];
}

const EMPTY: Snapshot = { id: "", activatedAt: undefined, site: DEFAULT_TREE_CONFIG.site, files: [] };

/** Snapshots kept per isolate; one is current, the other serves requests that began before an activation. */
const KEPT_SNAPSHOTS = 2;
const kept = new Map<string, readonly PublishedFile[]>();

/** The current published state; an empty one with the default configuration before the first publish. */
export async function currentSnapshot({ DB }: Pick<Bindings, "DB">): Promise<Snapshot> {
  const pointer = await DB.prepare(
    "SELECT snapshot_id AS id, activated_at AS activatedAt FROM current_snapshot",
  ).first<{
    id: string;
    activatedAt: string;
  }>();
  if (pointer === null) return EMPTY;
  const files = kept.get(pointer.id) ?? (await loadFiles(DB, pointer.id));
  const config = files.find((file) => file.kind === "config");
  return {
    id: pointer.id,
    activatedAt: new Date(pointer.activatedAt),
    site: (config?.facts as SiteConfig | undefined) ?? EMPTY.site,
    files,
  };
}

/** The files of one kind, their facts typed by the caller who knows the kind. */
export function filesOfKind<Facts>(snapshot: Snapshot, kind: FileKind): PublishedFile<Facts>[] {
  return snapshot.files.filter((file) => file.kind === kind) as PublishedFile<Facts>[];
}

interface FileRow {
  readonly path: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly facts: string;
  readonly toc: string;
  readonly findings: string;
}

async function loadFiles(db: D1Database, id: string): Promise<readonly PublishedFile[]> {
  const { results } = await db
    .prepare(
      `SELECT file.path, file.kind, file.sha256, facts, toc, findings
         FROM snapshot_file AS file
         JOIN rendition USING (path, kind, sha256)
        WHERE snapshot_id = ?1 AND renderer_version = ?2
        ORDER BY file.path`,
    )
    .bind(id, RENDERER_VERSION)
    .all<FileRow>();
  const files = results.map((row) => ({
    ...row,
    facts: JSON.parse(row.facts) as unknown,
    toc: JSON.parse(row.toc) as TocEntry[],
    findings: JSON.parse(row.findings) as Finding[],
  }));
  if (kept.size >= KEPT_SNAPSHOTS) kept.delete(kept.keys().next().value ?? "");
  kept.set(id, files);
  return files;
}
