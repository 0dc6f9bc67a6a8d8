import { Hono, type Context } from "hono";

import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { summarizeComponents, type ComponentsSummary } from "#core/sboms/records/summarize-components.ts";
import { findingsPage } from "#site/pages/sboms/findings.tsx";
import { sbomPage } from "#site/pages/sboms/sbom.tsx";
import { readSort } from "#site/parts/sort-order.ts";

import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { allStoredComponents, COMPONENT_SORT_KEYS, listStoredComponents } from "../stores/component-store.ts";
import { listEvents } from "../stores/history-store.ts";
import { namedPublisher } from "./named-publisher.ts";
import { openSbom, openSbomPage } from "./open-sbom.ts";
import { findProfiles } from "../stores/profile-store.ts";
import { ITEMS_PER_PAGE, sbomJsonResponse, readFilters, readPage } from "./read-query.ts";
import { componentJson, eventJson, profileSummaryJson, sbomDetailJson, sbomJson } from "../sbom-json.ts";
import { findSummary, listRelated, listVersions } from "../stores/sbom-store.ts";

/** Other SBOMs that a page offers for comparison. */
const MAX_RELATED = 20;

/** The pages of one SBOM: what it is, its components, its findings. */
export const sbomPageRoutes = new Hono<WorkerEnv>();

sbomPageRoutes.get("/api/v1/sboms/:id", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  return sbom instanceof Response ? sbom : sbomJsonResponse(context, sbomDetailJson(sbom));
});

sbomPageRoutes.get("/sboms/:file{[0-9a-f]+\\.json}", async (context) => {
  const sbom = await openSbom(context, context.req.param("file").slice(0, -".json".length));
  if (sbom instanceof Response) return sbom;
  const { components, page, summary, profiles, versions, related, history } = await readAll(context, sbom);
  return sbomJsonResponse(context, {
    ...sbomDetailJson(sbom),
    profiles: profiles.map(profileSummaryJson),
    summary,
    components: { total: components.total, page, perPage: ITEMS_PER_PAGE, items: components.items.map(componentJson) },
    versions: versions.map(sbomJson),
    related: related.map(sbomJson),
    history: history.map(eventJson),
  });
});

sbomPageRoutes.get("/sboms/:id", async (context) => {
  const sbom = await openSbomPage(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const [snapshot, facts] = await Promise.all([currentSnapshot(context.env), readAll(context, sbom)]);
  const { components, filters, page, ...rest } = facts;
  const html = sbomPage({
    ...rest,
    site: snapshot.site,
    sbom,
    components: components.items,
    chosenProfile: facts.profiles.find(({ id }) => id === context.req.query("profile")),
    language: context.req.query("lang") === "de" ? "de" : "en",
    list: { filters, page, total: components.total, perPage: ITEMS_PER_PAGE },
  });
  return pageResponse(context.req.raw, html);
});

sbomPageRoutes.get("/sboms/:id/findings.json", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const { id, findingCounts, findings } = sbom;
  return sbomJsonResponse(context, { id, findingCounts, findings });
});

sbomPageRoutes.get("/sboms/:id/findings", async (context) => {
  const sbom = await openSbomPage(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const { site } = await currentSnapshot(context.env);
  return pageResponse(context.req.raw, findingsPage({ site, sbom }));
});

/** What the page of an SBOM and its JSON show. */
async function readAll(context: Context<WorkerEnv>, sbom: SbomDetail) {
  const { env } = context;
  const page = readPage(context);
  const filters = readFilters(context, ["q", "type", "license", "ecosystem", "sort"]);
  const order = readSort(filters.sort, COMPONENT_SORT_KEYS);
  const named = namedPublisher(await currentSnapshot(env), sbom.serialNumber);
  const [components, summary, profiles, versions, history] = await Promise.all([
    listStoredComponents(env, sbom.id, {
      search: filters.q,
      type: filters.type,
      license: filters.license,
      ecosystem: filters.ecosystem,
      order,
      offset: (page - 1) * ITEMS_PER_PAGE,
      limit: ITEMS_PER_PAGE,
    }),
    readSummary(env, sbom.id),
    findProfiles(env, sbom),
    listVersions(env, sbom, { named, limit: MAX_RELATED }),
    listEvents(env, sbom.id),
  ]);
  const related = await listRelated(env, sbom, versions, MAX_RELATED);
  const shown = { ...filters, sort: order === undefined ? "" : filters.sort };
  return { page, filters: shown, order, components, summary, profiles, versions, related, history };
}

/** SBOMs of the time before it was counted are counted when somebody asks. */
async function readSummary(env: Pick<Bindings, "DB">, id: string): Promise<ComponentsSummary> {
  return (await findSummary(env, id)) ?? summarizeComponents(await allStoredComponents(env, id));
}
