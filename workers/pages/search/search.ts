import { decodePart } from "#core/base/text/decode-part.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { rankHits } from "#core/standards/search/rank-hits.ts";
import { parseSearchQuery, toFtsQuery } from "#core/standards/search/search-query.ts";
import type { SearchFilters, SearchOutcome, SearchResult } from "#site/pages/search.tsx";
import { findDocument, type Phase } from "#site/standards-index.ts";

import type { Bindings } from "../../state/bindings.ts";
import { findEntries, readHitTexts, type StoredHit } from "./search-store.ts";
import type { SiteView } from "../states/site-view.ts";

/** What is asked for. */
export interface SearchRequest {
  readonly text: string;
  readonly filters: SearchFilters;
  /** From 1. */
  readonly page: number;
}

/** Results on one page. */
const PER_PAGE = 20;

/** A hit with what the published state says about its document. */
interface KnownHit extends StoredHit {
  readonly document: DocumentSummary | undefined;
  readonly phase: Phase | undefined;
}

/** Searches the current state. When nothing has all the words, what has some of them is offered and marked as such. */
export async function search(
  env: Pick<Bindings, "DB">,
  view: SiteView,
  { text, filters, page }: SearchRequest,
): Promise<SearchOutcome> {
  const query = parseSearchQuery(text);
  for (const isLoose of [false, true]) {
    const ftsQuery = toFtsQuery(query, isLoose);
    if (ftsQuery === undefined || (isLoose && query.terms.length < 2)) break;
    const hits = (await findEntries(env, ftsQuery)).map((hit) => describeHit(view, hit));
    const kept = rankHits(hits, text).filter((hit) => passes(hit, filters));
    if (kept.length === 0) continue;
    const shown = kept.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const texts = await readHitTexts(
      env,
      ftsQuery,
      shown.map(({ rowid }) => rowid),
    );
    const results = shown.map((hit) => toResult(hit, texts.get(hit.rowid)));
    return { results, total: kept.length, isLoose, pageCount: Math.ceil(kept.length / PER_PAGE) };
  }
  return { results: [], total: 0, isLoose: false, pageCount: 0 };
}

function describeHit(view: SiteView, hit: StoredHit): KnownHit {
  const [path = "", anchor] = hit.href.split("#");
  const id = path.startsWith("/standards/") ? decodePart(path.slice("/standards/".length)) : undefined;
  const found = id === undefined ? undefined : findDocument(view.index, id);
  if (hit.kind === "document") return { ...hit, document: found?.entry.document, phase: found?.entry.phase };
  if (hit.kind !== "testcase") return { ...hit, document: undefined, phase: undefined };
  // A testcase may be described in a document that this tree does not hold: its scope is always here.
  const alias = hit.path.slice(hit.path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  const href =
    found === undefined
      ? `/certification/scopes/${encodeURIComponent(alias)}`
      : `${path}${anchor === undefined ? "" : `#${anchor}`}`;
  return { ...hit, href, document: found?.entry.document, phase: undefined };
}

function passes({ kind, document, phase }: KnownHit, { track, type, status }: SearchFilters): boolean {
  if (track !== undefined && document?.track !== track) return false;
  if (type !== undefined && (kind === "document" ? document?.type : kind) !== type) return false;
  return status === undefined || phase === status;
}

function toResult(hit: KnownHit, texts: Pick<SearchResult, "title" | "snippet"> | undefined): SearchResult {
  const { kind, ref, href, document, phase } = hit;
  return {
    kind,
    ref,
    href,
    phase,
    track: document?.track,
    type: kind === "document" ? document?.type : undefined,
    title: texts?.title ?? [{ text: hit.title, isMatch: false }],
    snippet: texts?.snippet ?? [],
  };
}
