import { Hono, type Context } from "hono";

import { parseBomLink } from "#core/sboms/records/bom-link.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { PROFILE_RESULTS, sbomsPage } from "#site/pages/sboms/sboms.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { ITEMS_PER_PAGE, sbomJsonResponse, readFilters, readPage } from "./read-query.ts";
import { sbomJson } from "../sbom-json.ts";
import { listSboms } from "../stores/sbom-store.ts";

/** The published SBOMs, with search and filters. */
export const listRoutes = new Hono<WorkerEnv>();

listRoutes.on("GET", ["/api/v1/sboms", "/sboms.json"], async (context) => {
  const { page, list } = await readList(context);
  return sbomJsonResponse(context, {
    total: list.total,
    page,
    perPage: ITEMS_PER_PAGE,
    sboms: list.items.map(sbomJson),
  });
});

listRoutes.get("/sboms", async (context) => {
  const typed = (context.req.query("q") ?? "").trim();
  if (parseBomLink(typed) !== undefined) return context.redirect(`/bom-link?urn=${encodeURIComponent(typed)}`);
  const [snapshot, { page, filters, list }] = await Promise.all([currentSnapshot(context.env), readList(context)]);
  const html = sbomsPage({
    site: snapshot.site,
    sboms: list.items,
    profiles: PROFILES,
    list: { filters, page, total: list.total, perPage: ITEMS_PER_PAGE },
  });
  return pageResponse(context.req.raw, html);
});

async function readList(context: Context<WorkerEnv>) {
  const page = readPage(context);
  const filters = readFilters(context, ["q", "format", "profile", "result"]);
  // A word that is no result would match nothing and look like an empty list.
  const result = PROFILE_RESULTS.some(([value]) => value === filters.result) ? filters.result : "";
  const list = await listSboms(context.env, {
    search: filters.q,
    format: filters.format,
    profile: filters.profile,
    result: result === "" && filters.profile !== "" ? "0" : result,
    offset: (page - 1) * ITEMS_PER_PAGE,
    limit: ITEMS_PER_PAGE,
  });
  return { page, filters: { ...filters, result }, list };
}
