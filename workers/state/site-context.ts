/**
 * What every page needs of the published state. A snapshot never changes once it is complete, so its files are kept in
 * the memory of the isolate by id; only the pointer to the current one is read again, at most every few seconds.
 */
import type { Finding } from "#core/base/finding.ts";
import { sortGuides, type Guide } from "#core/standards/publishing/guide.ts";
import { DEFAULT_TREE_CONFIG, type SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { FileKind } from "#core/standards/publishing/tree-layout.ts";
import { RENDERER_VERSION } from "#core/standards/rendering/render-markdown.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";
import type { StatedSite } from "#site/page-state.ts";

import { MEMORY_BOUNDS } from "./memory-bounds.ts";
import { createMemory } from "./memory.ts";

/** A published file with what the worker made of it. `Facts` depends on the kind. */
export interface PublishedFile<Facts = unknown> {
  readonly path: string;
  readonly kind: FileKind;
  readonly sha256: string;
  /** The renderer that made the fragment. */
  readonly rendererVersion: number;
  readonly facts: Facts;
  readonly toc: readonly TocEntry[];
  readonly findings: readonly Finding[];
}

/** A published state. */
export interface Snapshot {
  /** SHA-256 of the manifest; `""` as long as nothing is published. */
  readonly id: string;
  readonly activatedAt: Date | undefined;
  readonly site: StatedSite;
  readonly files: readonly PublishedFile[];
}

/** A published state, and the instant by which its pages speak. */
export interface RequestedState {
  readonly snapshot: Snapshot;
  readonly now: Date;
}

/** Where states are stored: the part of the bindings that is used here. */
interface Database {
  readonly DB: D1Database;
}

const EMPTY: Snapshot = { id: "", activatedAt: undefined, site: DEFAULT_TREE_CONFIG.site, files: [] };

/** The current state, its predecessor, and those of past days that are being read. */
const snapshots = createMemory<Snapshot>(MEMORY_BOUNDS.snapshots);

interface Pointer {
  readonly id: string;
  /** ISO instant; null for a state that was never published. */
  readonly activatedAt: string | null;
}

const pointers = createMemory<Pointer | undefined>(MEMORY_BOUNDS.pointer);

/** The current published state; an empty one with the default configuration before the first publish. */
export async function currentSnapshot({ DB }: Database): Promise<Snapshot> {
  const pointer = await pointers.recall("current", new Date(), async () => ({
    value:
      (await DB.prepare(
        "SELECT snapshot_id AS id, activated_at AS activatedAt FROM current_snapshot",
      ).first<Pointer>()) ?? undefined,
  }));
  return pointer === undefined ? EMPTY : openSnapshot(DB, pointer);
}

/** The state that was published just before an instant; undefined where nothing was yet. */
export async function snapshotBefore({ DB }: Database, instant: Date): Promise<Snapshot | undefined> {
  const pointer = await DB.prepare(
    `SELECT snapshot_id AS id, activated_at AS activatedAt FROM activation
      WHERE activated_at < ?1 ORDER BY activated_at DESC, number DESC LIMIT 1`,
  )
    .bind(instant.toISOString())
    .first<Pointer>();
  return pointer === null ? undefined : openSnapshot(DB, pointer);
}

/**
 * A registered snapshot by its id or the first 16 digits of it, published or not; undefined where it is unknown or not
 * all of its files were sent.
 */
export async function findSnapshot({ DB }: Database, id: string): Promise<Snapshot | undefined> {
  if (!/^[0-9a-f]{16,64}$/.test(id)) return undefined;
  const row = await DB.prepare(
    `SELECT id, (SELECT count(*) FROM snapshot_file WHERE snapshot_id = id) AS fileCount
       FROM snapshot WHERE id >= ?1 AND id <= ?1 || 'g' ORDER BY id LIMIT 1`,
  )
    .bind(id)
    .first<{ id: string; fileCount: number }>();
  if (row === null) return undefined;
  const snapshot = await openSnapshot(DB, { id: row.id, activatedAt: null }, row.fileCount);
  return snapshot.files.length === row.fileCount ? snapshot : undefined;
}

/** The state that a pointer names; kept once `fileCount` files are there. */
async function openSnapshot(db: D1Database, pointer: Pointer, fileCount = 0): Promise<Snapshot> {
  const now = new Date();
  // A snapshot that is published again may have been rendered again.
  return snapshots.recall(`${pointer.id} ${pointer.activatedAt ?? ""}`, now, async () => {
    const value = describe(pointer, await loadFiles(db, pointer.id));
    return { value, until: value.files.length < fileCount ? now : undefined };
  });
}

function describe({ id, activatedAt }: Pointer, files: readonly PublishedFile[]): Snapshot {
  const config = files.find((file) => file.kind === "config");
  return {
    id,
    activatedAt: activatedAt === null ? undefined : new Date(activatedAt),
    site: { ...EMPTY.site, ...(config?.facts as Partial<SiteConfig> | undefined), guides: guidesOf(files) },
    files,
  };
}

function guidesOf(files: readonly PublishedFile[]): readonly Guide[] {
  return sortGuides(files.filter(({ kind }) => kind === "guide").map(({ facts }) => facts as Guide));
}

/** The files of one kind, their facts typed by the caller who knows the kind. */
export function filesOfKind<Facts>(snapshot: Snapshot, kind: FileKind): PublishedFile<Facts>[] {
  return snapshot.files.filter((file) => file.kind === kind) as PublishedFile<Facts>[];
}

interface FileRow {
  readonly path: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly rendererVersion: number;
  readonly facts: string;
  readonly toc: string;
  readonly findings: string;
}

/** Old states keep what the renderer of their time made of them; everything published anew has the newest. */
async function loadFiles(db: D1Database, id: string): Promise<readonly PublishedFile[]> {
  const { results } = await db
    .prepare(
      `SELECT file.path, file.kind, file.sha256, renderer_version AS rendererVersion, facts, toc, findings
         FROM snapshot_file AS file
         JOIN rendition USING (path, kind, sha256)
        WHERE snapshot_id = ?1
          AND renderer_version = (SELECT max(renderer_version) FROM rendition AS newest
                                   WHERE newest.path = file.path AND newest.kind = file.kind
                                     AND newest.sha256 = file.sha256 AND newest.renderer_version <= ?2)
        ORDER BY file.path`,
    )
    .bind(id, RENDERER_VERSION)
    .all<FileRow>();
  return results.map((row) => ({
    ...row,
    facts: JSON.parse(row.facts) as unknown,
    toc: JSON.parse(row.toc) as TocEntry[],
    findings: JSON.parse(row.findings) as Finding[],
  }));
}
