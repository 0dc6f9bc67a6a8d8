import { nullable, number, record, text, type ValueOf } from "#core/base/stored/shape.ts";
import type { ChangeSet } from "#core/standards/feeds/change-feed.ts";
import { changesOf, type DocumentPair, type DocumentState } from "#core/standards/history/document-change.ts";
import { readFacts } from "#core/standards/publishing/stored-facts.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";

/** Which changes are asked for. */
export interface HistoryQuery {
  /** Most activations that are looked at, newest first. */
  readonly activations: number;
  /** Path of the one document that is meant. */
  readonly path?: string;
}

/** Most documents whose change is read at once; a first publish of a large tree has some hundred. */
const MAX_ROWS = 2_000;

const pairRow = record({
  number,
  at: text,
  beforeSha256: nullable(text),
  afterSha256: nullable(text),
  beforeFacts: nullable(text),
  afterFacts: nullable(text),
  hasSameWords: number,
});
type PairRow = ValueOf<typeof pairRow>;

/** The newest renditions' column of a file, as a subselect. */
function renditionOf(column: string, path: string, sha256: string): string {
  return `(SELECT ${column} FROM rendition WHERE rendition.path = ${path} AND kind = 'document'
            AND rendition.sha256 = ${sha256} ORDER BY renderer_version DESC LIMIT 1)`;
}

const WORDS = "(search ->> '$[0].headings') || char(10) || (search ->> '$[0].body')";

const PAIRS = `
  WITH log AS (
    SELECT number, activated_at, snapshot_id,
           lag(snapshot_id) OVER (ORDER BY activated_at, number) AS previous_id
      FROM activation),
  step AS (
    SELECT * FROM log WHERE previous_id IS NOT snapshot_id ORDER BY activated_at DESC, number DESC LIMIT ?1),
  pair AS (
    SELECT step.number, activated_at, file.path, old.sha256 AS before, file.sha256 AS after
      FROM step JOIN snapshot_file AS file ON file.snapshot_id = step.snapshot_id
      LEFT JOIN snapshot_file AS old ON old.snapshot_id = step.previous_id AND old.path = file.path
     WHERE file.kind = 'document' AND file.sha256 IS NOT old.sha256 AND (?2 IS NULL OR file.path = ?2)
    UNION ALL
    SELECT step.number, activated_at, old.path, old.sha256, NULL
      FROM step JOIN snapshot_file AS old ON old.snapshot_id = step.previous_id
      LEFT JOIN snapshot_file AS file ON file.snapshot_id = step.snapshot_id AND file.path = old.path
     WHERE old.kind = 'document' AND file.path IS NULL AND (?2 IS NULL OR old.path = ?2))
  SELECT number, activated_at AS at, before AS beforeSha256, after AS afterSha256,
         ${renditionOf("facts", "pair.path", "pair.before")} AS beforeFacts,
         ${renditionOf("facts", "pair.path", "pair.after")} AS afterFacts,
         ${renditionOf(WORDS, "pair.path", "pair.before")} IS ${renditionOf(WORDS, "pair.path", "pair.after")} AS hasSameWords
    FROM pair ORDER BY activated_at DESC, number DESC LIMIT ${MAX_ROWS}`;

/** What changed with each activation that changed a document, newest first. */
export async function readChanges(
  { DB }: Pick<Bindings, "DB">,
  { activations, path }: HistoryQuery,
): Promise<ChangeSet[]> {
  const results = await readRows(pairRow, DB.prepare(PAIRS).bind(activations, path ?? null));
  const byActivation = Map.groupBy(results, (row) => row.number);
  return [...byActivation].map(([number, rows]) => ({
    number,
    at: rows[0]?.at ?? "",
    changes: changesOf(rows.map(toPair)),
  }));
}

function toPair(row: PairRow): DocumentPair {
  return {
    before: toState(row.beforeSha256, row.beforeFacts),
    after: toState(row.afterSha256, row.afterFacts),
    hasSameWords: row.hasSameWords === 1,
  };
}

function toState(sha256: string | null, facts: string | null): DocumentState | undefined {
  if (sha256 === null || facts === null) return undefined;
  return { sha256, summary: readFacts("document", "Facts of a document", facts) };
}

/** When each file of the current state got the content that it has now: ISO instants by path. */
export async function lastChanges({ DB }: Pick<Bindings, "DB">): Promise<ReadonlyMap<string, string>> {
  const results = await readRows(
    record({ path: text, at: text }),
    DB.prepare(
      `SELECT file.path, min(activation.activated_at) AS at
       FROM current_snapshot JOIN snapshot_file AS file USING (snapshot_id)
       JOIN snapshot_file AS same ON same.path = file.path AND same.sha256 = file.sha256
       JOIN activation ON activation.snapshot_id = same.snapshot_id
      GROUP BY file.path`,
    ),
  );
  return new Map(results.map(({ path, at }) => [path, at]));
}
