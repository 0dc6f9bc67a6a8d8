import { Hono, type Context } from "hono";

import { dependentsOf } from "#core/sboms/graph/dependency-graph.ts";
import { pathsToRoot } from "#core/sboms/graph/paths-to-root.ts";
import type { ComponentRecord, SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { componentPage, type ComponentPage } from "#site/pages/sboms/component.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse } from "../../http/problem.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { findComponents } from "../stores/component-store.ts";
import { placesOf } from "./graph-places.ts";
import { findGraph } from "../stores/graph-store.ts";
import { openSbom, openSbomPage } from "./open-sbom.ts";
import { sbomJsonResponse } from "./read-query.ts";
import { componentJson, placeJson } from "../sbom-json.ts";

const MAX_PATHS = 10;
/** Neighbors named; the counts are whole. */
const MAX_NEIGHBORS = 100;

/** The components of an SBOM, each with the ways from the subject to it. */
export const componentRoutes = new Hono<WorkerEnv>();

componentRoutes.get("/sboms/:id/components/:file{[0-9]+\\.json}", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const number = Number.parseInt(context.req.param("file"), 10);
  const component = await findComponent(context, sbom, number);
  if (component === undefined) {
    const detail = `This SBOM has ${sbom.componentCount} components, numbered from 0; there is none with number ${number}.`;
    return problemResponse({ status: 404, title: "Unknown component", detail });
  }
  const { paths, hasMorePaths, needs, neededBy, findings } = await standingOf(context, sbom, component);
  return sbomJsonResponse(context, {
    sbom: sbom.id,
    ...componentJson(component),
    paths: paths.map((path) => path.map(placeJson)),
    hasMorePaths,
    needs: { total: needs.total, items: needs.shown.map(placeJson) },
    neededBy: { total: neededBy.total, items: neededBy.shown.map(placeJson) },
    findings,
  });
});

componentRoutes.get("/sboms/:id/components/:number{[0-9]+}", async (context) => {
  const sbom = await openSbomPage(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const component = await findComponent(context, sbom, Number(context.req.param("number")));
  if (component === undefined) return await context.notFound();
  const [snapshot, standing] = await Promise.all([currentSnapshot(context.env), standingOf(context, sbom, component)]);
  return pageResponse(context.req.raw, componentPage({ site: snapshot.site, sbom, component, ...standing }));
});

async function findComponent(context: Context<WorkerEnv>, sbom: SbomDetail, number: number) {
  return (await findComponents(context.env, sbom.id, [number])).get(number);
}

/** Where a component stands in the graph, and what was found about it. */
async function standingOf(
  { env }: Context<WorkerEnv>,
  sbom: SbomDetail,
  { number, pointer }: ComponentRecord,
): Promise<Pick<ComponentPage, "paths" | "hasMorePaths" | "isStated" | "needs" | "neededBy" | "findings">> {
  const graph = await findGraph(env, sbom.sha256);
  const { paths, hasMore } = pathsToRoot(graph, number, MAX_PATHS);
  const needs = graph.edges[number] ?? [];
  const neededBy = dependentsOf(graph, number);
  const [shownNeeds, shownDependents] = [needs.slice(0, MAX_NEIGHBORS), neededBy.slice(0, MAX_NEIGHBORS)];
  const place = await placesOf(env, sbom, graph, [...paths.flat(), ...shownNeeds, ...shownDependents]);
  return {
    paths: paths.map((path) => path.map(place)),
    hasMorePaths: hasMore,
    isStated: graph.isStated,
    needs: { shown: shownNeeds.map(place), total: needs.length },
    neededBy: { shown: shownDependents.map(place), total: neededBy.length },
    findings: sbom.findings.filter(({ place: { pointer: at = "" } }) => at === pointer || at.startsWith(`${pointer}/`)),
  };
}
