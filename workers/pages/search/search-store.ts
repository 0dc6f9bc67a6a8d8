import { number, oneOf, record, text } from "#core/base/stored/shape.ts";
import { RENDERER_VERSION } from "#core/standards/rendering/render-markdown.ts";
import { MATCH_END, MATCH_START, splitMarkedText, type MarkedPiece } from "#core/standards/search/marked-text.ts";
import { COLUMN_WEIGHTS } from "#core/standards/search/rank-hits.ts";
import type { SearchEntry } from "#core/standards/search/search-entry.ts";

import type { Bindings } from "../../state/bindings.ts";
import { readRows } from "../../state/rows.ts";

/** An entry of the index that matched. */
export interface StoredHit {
  readonly rowid: number;
  readonly kind: SearchEntry["kind"];
  readonly ref: string;
  readonly title: string;
  readonly href: string;
  /** File that the entry was taken from. */
  readonly path: string;
  readonly bm25: number;
  /** All that the query asks for stands in its id and title. */
  readonly isTitled: boolean;
}

/** Where the words of a query stand in an entry. */
export interface HitText {
  readonly title: readonly MarkedPiece[];
  readonly snippet: readonly MarkedPiece[];
}

const hitRow = record({
  rowid: number,
  kind: oneOf("document", "release", "testcase", "guide", "news"),
  ref: text,
  title: text,
  href: text,
  path: text,
  bm25: number,
  isTitled: number,
});

/** Most hits that are ranked; a tree holds a few hundred entries. */
const MAX_HITS = 1_000;

/** Words around a match. */
const SNIPPET_TOKENS = 28;

/** The files of the current state with their newest rendition and the name that its entries carry. */
const CURRENT = `SELECT path AS file, search, sha256 || ' ' || max(renderer_version) || ' ' || path AS name
  FROM current_snapshot JOIN snapshot_file USING (snapshot_id) JOIN rendition USING (path, kind, sha256)
 WHERE renderer_version <= ${RENDERER_VERSION} GROUP BY path`;

/** For the transaction of an activation: entries of files that left go, those of new content come. */
export function searchStatements(db: D1Database): readonly D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM document_search WHERE rendition NOT IN (SELECT name FROM (${CURRENT}))`),
    db.prepare(
      `INSERT INTO document_search (rendition, path, kind, href, ref, title, headings, body)
       SELECT name, file, entry.value ->> 'kind', entry.value ->> 'href', entry.value ->> 'ref',
              entry.value ->> 'title', entry.value ->> 'headings', entry.value ->> 'body'
         FROM (${CURRENT}), json_each(search) AS entry
        WHERE name NOT IN (SELECT rendition FROM document_search)`,
    ),
  ];
}

/** The entries of the current state that match, the best by BM25 first; `ftsQuery` comes from `toFtsQuery`. */
export async function findEntries({ DB }: Pick<Bindings, "DB">, ftsQuery: string): Promise<StoredHit[]> {
  const { ref, title, headings, body } = COLUMN_WEIGHTS;
  const results = await readRows(
    hitRow,
    DB.prepare(
      `SELECT rowid, kind, ref, title, href, path,
            bm25(document_search, 0, 0, 0, 0, ${ref}, ${title}, ${headings}, ${body}) AS bm25,
            rowid IN (SELECT rowid FROM document_search WHERE document_search MATCH ?2) AS isTitled
       FROM document_search WHERE document_search MATCH ?1 ORDER BY bm25, rowid LIMIT ${MAX_HITS}`,
    ).bind(ftsQuery, `{ref title} : (${ftsQuery})`),
  );
  return results.map((row) => ({ ...row, isTitled: row.isTitled === 1 }));
}

/** The marked title and the best part of the text of some entries, by rowid. */
export async function readHitTexts(
  { DB }: Pick<Bindings, "DB">,
  ftsQuery: string,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, HitText>> {
  if (rowids.length === 0) return new Map();
  const results = await readRows(
    record({ rowid: number, title: text, snippet: text }),
    DB.prepare(
      `SELECT rowid, highlight(document_search, 5, ?2, ?3) AS title,
            snippet(document_search, 7, ?2, ?3, '…', ${SNIPPET_TOKENS}) AS snippet
       FROM document_search WHERE document_search MATCH ?1 AND rowid IN (SELECT value FROM json_each(?4))`,
    ).bind(ftsQuery, MATCH_START, MATCH_END, JSON.stringify(rowids)),
  );
  return new Map(
    results.map((row) => [row.rowid, { title: splitMarkedText(row.title), snippet: splitMarkedText(row.snippet) }]),
  );
}
