import { number, record, text } from "#core/base/stored/shape.ts";
import type { ReportedResult } from "#core/compliance/standing/evaluate.ts";
import type { ResultChange } from "#core/compliance/history/history-spans.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";
import { readHistory, writeHistory } from "#core/compliance/history/stored-history.ts";
import { numberedChange, reportedResult, type NumberedChange } from "#core/compliance/standing/stored-result.ts";

import type { Bindings } from "../state/bindings.ts";
import { readBatch } from "../state/rows.ts";

/** What is stored of a subject in a scope. */
export interface StoredHistory {
  /** Changes since an instant, with the last one before it of every testcase; in the order in which they happened. */
  readonly changes: readonly ResultChange[];
  /** The newest results. */
  readonly latest: readonly ReportedResult[];
  /** Undefined where nobody declared an account of that name. */
  readonly account: { readonly isDemo: boolean } | undefined;
  /** There were more changes than are ever read; the oldest are left out. */
  readonly isCut: boolean;
}

/** More changes than any honest cloud has in eighteen months; a page stays quick whatever is sent. */
export const MAX_CHANGES = 20_000;

const COLUMNS = `change.number, change.testcase, change.version, change.at, change.value,
  change.report_uuid AS reportUuid, change.former_checked_at AS formerCheckedAt`;

/** Every testcase has an index of its own by time, so older years cost nothing. */
const CHANGES_SINCE = `
  SELECT ${COLUMNS} FROM latest_result AS latest
    JOIN result_change AS change
      ON change.subject = ?1 AND change.scope_uuid = ?2 AND change.testcase = latest.testcase AND change.at >= ?3
     AND change.version = latest.version
   WHERE latest.subject = ?1 AND latest.scope_uuid = ?2
   ORDER BY change.at DESC, change.number DESC LIMIT ${MAX_CHANGES + 1}`;

const CHANGES_BEFORE = `
  SELECT ${COLUMNS} FROM latest_result AS latest
    JOIN result_change AS change ON change.number =
         (SELECT number FROM result_change AS earlier
           WHERE earlier.subject = ?1 AND earlier.scope_uuid = ?2 AND earlier.testcase = latest.testcase
             AND earlier.at < ?3 AND earlier.version = latest.version
           ORDER BY earlier.at DESC, earlier.number DESC LIMIT 1)
   WHERE latest.subject = ?1 AND latest.scope_uuid = ?2`;

/** Longer ones are read change by change: a row of the database has its limit. */
const MAX_STORED_LENGTH = 1_000_000;

/**
 * The history of a subject in a scope since an instant: from one row where it was made before and no fact changed since; else its cost
 * grows with changes since then, not with nights. What is made is kept where it is to be (`isKept`).
 */
export async function findHistory(
  { DB }: Pick<Bindings, "DB">,
  subject: string,
  scopeUuid: string,
  since: Date,
  { isKept = false } = {},
): Promise<StoredHistory> {
  const [[stored], [row]] = await readBatch(
    DB,
    [record({ history: text }), DB.prepare(KEPT).bind(subject, scopeUuid, timestampOf(since))],
    [record({ demo: number }), DB.prepare("SELECT demo FROM account WHERE subject = ?1").bind(subject)],
  );
  const account = row === undefined ? undefined : { isDemo: row.demo === 1 };
  const kept = stored === undefined ? undefined : readHistory(stored.history);
  if (kept !== undefined) {
    return { ...kept, changes: changesSince(kept.changes, timestampOf(since)), account, isCut: false };
  }
  const { version, ...made } = await readChanges(DB, subject, scopeUuid, since);
  if (isKept && version !== undefined && !made.isCut) {
    const text = writeHistory(made);
    if (text.length <= MAX_STORED_LENGTH) {
      await DB.prepare(KEEP).bind(subject, scopeUuid, version, timestampOf(since), text).run();
    }
  }
  return { ...made, account };
}

/** Only for the version that the facts have now. */
const KEPT = `
  SELECT history FROM standing_history AS kept JOIN standing USING (subject, scope_uuid)
   WHERE kept.subject = ?1 AND kept.scope_uuid = ?2 AND kept.version = standing.version AND since <= ?3`;

const KEEP = `
  INSERT INTO standing_history (subject, scope_uuid, version, since, history) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (subject, scope_uuid) DO UPDATE
    SET version = excluded.version, since = excluded.since, history = excluded.history`;

/** Of changes in their order: those since an instant, and the last one before it of every testcase and version. */
function changesSince(changes: readonly NumberedChange[], since: string): readonly NumberedChange[] {
  const lastBefore = new Map<string, NumberedChange>();
  for (const change of changes) {
    if (change.at < since) lastBefore.set(JSON.stringify([change.testcase, change.version]), change);
  }
  const before = new Set(lastBefore.values());
  return changes.filter((change) => change.at >= since || before.has(change));
}

/** The changes as they were noted, with the version of the facts, all in one transaction. */
async function readChanges(DB: D1Database, subject: string, scopeUuid: string, since: Date) {
  const bound = [subject, scopeUuid, timestampOf(since)] as const;
  const [newer, older, latest, [standing]] = await readBatch(
    DB,
    [numberedChange, DB.prepare(CHANGES_SINCE).bind(...bound)],
    [numberedChange, DB.prepare(CHANGES_BEFORE).bind(...bound)],
    [
      reportedResult,
      DB.prepare(
        `SELECT testcase, version, value, checked_at AS checkedAt, report_uuid AS reportUuid
         FROM latest_result WHERE subject = ?1 AND scope_uuid = ?2`,
      ).bind(subject, scopeUuid),
    ],
    [
      record({ version: number }),
      DB.prepare("SELECT version FROM standing WHERE subject = ?1 AND scope_uuid = ?2").bind(subject, scopeUuid),
    ],
  );
  const isCut = newer.length > MAX_CHANGES;
  // Where the newest changes alone are too many, what came before them is not known.
  const changes = [...newer.slice(0, MAX_CHANGES), ...(isCut ? [] : older)];
  return {
    version: standing?.version,
    changes: changes.toSorted((a, b) => (a.at === b.at ? a.number - b.number : a.at < b.at ? -1 : 1)),
    latest,
    isCut,
  };
}
