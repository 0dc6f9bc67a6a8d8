/**
 * What every page needs of the published state. A snapshot never changes once it is complete, so its files are kept in
 * the memory of the isolate by id; only the pointer to the current one is read again, at most every few seconds.
 */
import type { Finding } from "#core/base/finding.ts";
import { sortGuides, type Guide } from "#core/standards/publishing/guide.ts";
import { DEFAULT_TREE_CONFIG } from "#core/standards/publishing/site-config.ts";
import type { FileKind } from "#core/standards/publishing/tree-layout.ts";
import { RENDERER_VERSION } from "#core/standards/rendering/render-markdown.ts";
import { findings } from "#core/base/stored/finding-shape.ts";
import { DamagedStore, readStoredJson } from "#core/base/stored/read-stored.ts";
import { nullable, object, text, whole } from "#core/base/stored/shape.ts";
import { fileKind, readFacts, tableOfContents, type FactsOf } from "#core/standards/publishing/stored-facts.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";
import type { StatedSite } from "#site/page-state.ts";

import { MEMORY_BOUNDS } from "./memory-bounds.ts";
import { createMemory } from "./memory.ts";
import { readRow, readRows } from "./rows.ts";

/** A published file with what the worker made of it; the kind says which facts it has. */
export interface PublishedFile<Kind extends FileKind = FileKind> {
  readonly path: string;
  readonly kind: Kind;
  readonly sha256: string;
  /** The renderer that made the fragment. */
  readonly rendererVersion: number;
  readonly facts: FactsOf[Kind];
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

const pointerRow = object<Pointer>({ id: text, activatedAt: nullable(text) });

const pointers = createMemory<Pointer | undefined>(MEMORY_BOUNDS.pointer);

/** The current published state; an empty one with the default configuration before the first publish. */
export async function currentSnapshot({ DB }: Database): Promise<Snapshot> {
  const pointer = await pointers.recall("current", new Date(), async () => ({
    value: await readRow(
      pointerRow,
      DB.prepare("SELECT snapshot_id AS id, activated_at AS activatedAt FROM current_snapshot"),
    ),
  }));
  return pointer === undefined ? EMPTY : openSnapshot(DB, pointer);
}

/** The state that was published just before an instant; undefined where nothing was yet. */
export async function snapshotBefore({ DB }: Database, instant: Date): Promise<Snapshot | undefined> {
  const newest = DB.prepare(
    `SELECT snapshot_id AS id, activated_at AS activatedAt FROM activation
      WHERE activated_at < ?1 ORDER BY activated_at DESC, number DESC LIMIT 1`,
  ).bind(instant.toISOString());
  const pointer = await readRow(pointerRow, newest);
  return pointer === undefined ? undefined : openSnapshot(DB, pointer);
}

/**
 * A registered snapshot by its id or the first 16 digits of it, published or not; undefined where it is unknown or not
 * all of its files were sent.
 */
export async function findSnapshot({ DB }: Database, id: string): Promise<Snapshot | undefined> {
  if (!/^[0-9a-f]{16,64}$/.test(id)) return undefined;
  const statement = DB.prepare(
    `SELECT id, (SELECT count(*) FROM snapshot_file WHERE snapshot_id = id) AS fileCount
       FROM snapshot WHERE id >= ?1 AND id <= ?1 || 'g' ORDER BY id LIMIT 1`,
  ).bind(id);
  const row = await readRow(object<{ id: string; fileCount: number }>({ id: text, fileCount: whole }), statement);
  if (row === undefined) return undefined;
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
  const [config] = pick(files, "config");
  return {
    id,
    activatedAt: activatedAt === null ? undefined : new Date(activatedAt),
    site: { ...EMPTY.site, ...config?.facts, guides: guidesOf(files) },
    files,
  };
}

function guidesOf(files: readonly PublishedFile[]): readonly Guide[] {
  return sortGuides(pick(files, "guide").map(({ facts }) => facts));
}

/** The files of one kind, with its facts. */
export function filesOfKind<Kind extends FileKind>(snapshot: Snapshot, kind: Kind): PublishedFile<Kind>[] {
  return pick(snapshot.files, kind);
}

function pick<Kind extends FileKind>(files: readonly PublishedFile[], kind: Kind): PublishedFile<Kind>[] {
  return files.filter((file): file is PublishedFile<Kind> => file.kind === kind);
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

const fileRow = object<FileRow>({
  path: text,
  kind: fileKind,
  sha256: text,
  rendererVersion: whole,
  facts: text,
  toc: text,
  findings: text,
});

/** Old states keep what the renderer of their time made of them; everything published anew has the newest. */
async function loadFiles(db: D1Database, id: string): Promise<readonly PublishedFile[]> {
  const statement = db
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
    .bind(id, RENDERER_VERSION);
  return (await readRows(fileRow, statement)).flatMap(readFile);
}

/** A file whose facts were damaged is left out, so that all others can still be read. */
function readFile(row: FileRow): readonly PublishedFile[] {
  try {
    const facts = readFacts(row.kind, `Facts of ${row.path}`, row.facts);
    const toc = readStoredJson(`Headings of ${row.path}`, tableOfContents, row.toc);
    return [{ ...row, facts, toc, findings: readStoredJson(`Findings of ${row.path}`, findings, row.findings) }];
  } catch (error) {
    if (!(error instanceof DamagedStore)) throw error;
    console.error(error); // oxlint-disable-line eslint/no-console -- for the operator; readers see the other files
    return [];
  }
}
