import { Hono, type Context } from "hono";

import type { DocumentType } from "#core/standards/documents/document-summary.ts";
import { MAX_QUERY_LENGTH } from "#core/standards/search/search-query.ts";
import { searchPage, SEARCH_STATUSES, SEARCH_TYPES, type SearchFilters } from "#site/pages/search.tsx";

import { publicJson } from "../../http/public-json.ts";
import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { search, type SearchRequest } from "./search.ts";
import { currentView, type SiteView } from "../states/site-view.ts";

/** Seconds that caches may keep results. */
const MAX_AGE_SECONDS = 60;

/** Pages beyond are not asked for by people. */
const MAX_PAGE = 50;

/** Search over the current state: a page that needs no script, and the same results as JSON. */
export const searchRoutes = new Hono<WorkerEnv>();

searchRoutes.get("/search", async (context) => {
  const view = await currentView(context.env, new Date());
  const request = readRequest(context, view);
  const outcome = await search(context.env, view, request);
  const { text, filters, page } = request;
  const { site, index } = { site: view.snapshot.site, index: view.index };
  return pageResponse(context.req.raw, searchPage({ site, index, text, filters, page, outcome }));
});

searchRoutes.get("/search.json", async (context) => {
  const view = await currentView(context.env, new Date());
  const request = readRequest(context, view);
  const { results, total, isLoose, pageCount } = await search(context.env, view, request);
  const { text: query, filters, page } = request;
  return publicJson(
    context.req.raw,
    { query, filters, total, page, pageCount, matchesAllWords: !isLoose, results },
    MAX_AGE_SECONDS,
  );
});

/** Filters that name nothing known are left out, so that an old link still finds something. */
function readRequest(context: Context<WorkerEnv>, view: SiteView): SearchRequest {
  const { q = "", track, type, status, page = "1" } = context.req.query();
  const filters: SearchFilters = {
    ...optional(
      "track",
      view.index.map((entry) => entry.track.id).find((id) => id === track),
    ),
    ...optional(
      "type",
      SEARCH_TYPES.find((known): known is DocumentType => known === type),
    ),
    ...optional(
      "status",
      SEARCH_STATUSES.find((known) => known === status),
    ),
  };
  const number = /^\d{1,3}$/.test(page) ? Math.min(MAX_PAGE, Math.max(1, Number(page))) : 1;
  return { text: q.slice(0, MAX_QUERY_LENGTH), filters, page: number };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
