import { anything, nullable, record, text } from "#core/base/stored/shape.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch, readRow } from "../state/rows.ts";

/** A snapshot that became the published state at an instant (ISO, UTC). */
export interface Activation {
  readonly snapshotId: string;
  readonly activatedAt: string;
}

/** Why a past state cannot be imported at an instant: where history stands, as ISO instants. */
export interface OutOfOrder {
  /** The last imported state; the next one must be later. */
  readonly lastImported: string | undefined;
  /** The first state that was published here; imported ones must be earlier. */
  readonly firstPublished: string | undefined;
}

/** Statements of other slices that belong into the transaction that moves the pointer. */
export type ActivationStatements = (db: D1Database) => readonly D1PreparedStatement[];

/** Makes the latest activation current; a past state becomes current only where nothing later was published. */
const MOVE_POINTER = `INSERT INTO current_snapshot (only, snapshot_id, activated_at)
  SELECT 1, snapshot_id, activated_at FROM activation ORDER BY activated_at DESC, number DESC LIMIT 1
  ON CONFLICT DO UPDATE SET snapshot_id = excluded.snapshot_id, activated_at = excluded.activated_at`;

/**
 * Flips the pointer to a complete snapshot, in one transaction; the state before is served whole until then. The log
 * never runs backwards, even where a clock does.
 */
export async function activateSnapshot(
  { DB }: Pick<Bindings, "DB">,
  id: string,
  now: Date,
  statements: ActivationStatements,
): Promise<Activation> {
  const [[inserted]] = await readBatch(
    DB,
    [
      record({ activatedAt: text }),
      DB.prepare(
        `INSERT INTO activation (snapshot_id, activated_at)
       SELECT ?1, max(?2, coalesce((SELECT max(activated_at) FROM activation), '')) RETURNING activated_at AS activatedAt`,
      ).bind(id, now.toISOString()),
    ],
    ...[DB.prepare(MOVE_POINTER), ...statements(DB)].map((statement) => [anything, statement] as const),
  );
  return { snapshotId: id, activatedAt: inserted?.activatedAt ?? now.toISOString() };
}

/**
 * Puts a complete snapshot into the log at an instant of the past. Imported states come in order and before everything
 * that was published here, so that a page of a past day never changes again; repeating an import changes nothing.
 */
export async function importSnapshot(
  { DB }: Pick<Bindings, "DB">,
  id: string,
  at: Date,
  statements: ActivationStatements,
): Promise<Result<Activation, OutOfOrder>> {
  const activatedAt = at.toISOString();
  const activation = { snapshotId: id, activatedAt };
  const repeated = DB.prepare(
    "SELECT 1 FROM activation WHERE snapshot_id = ?1 AND activated_at = ?2 AND imported = 1",
  ).bind(id, activatedAt);
  if ((await repeated.first()) !== null) return success(activation);
  const [inserted] = await DB.batch([
    DB.prepare(
      `INSERT INTO activation (snapshot_id, activated_at, imported)
       SELECT ?1, ?2, 1 WHERE NOT EXISTS (
         SELECT 1 FROM activation
          WHERE (imported = 1 AND activated_at >= ?2) OR (imported = 0 AND activated_at <= ?2))`,
    ).bind(id, activatedAt),
    DB.prepare(MOVE_POINTER),
    ...statements(DB),
  ]);
  if (inserted?.meta.changes === 1) return success(activation);
  const limits = await readRow(
    record({ lastImported: nullable(text), firstPublished: nullable(text) }),
    DB.prepare(
      `SELECT max(activated_at) FILTER (WHERE imported = 1) AS lastImported,
            min(activated_at) FILTER (WHERE imported = 0) AS firstPublished FROM activation`,
    ),
  );
  return failure({
    lastImported: limits?.lastImported ?? undefined,
    firstPublished: limits?.firstPublished ?? undefined,
  });
}
