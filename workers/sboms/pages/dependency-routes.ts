import { Hono, type Context } from "hono";

import { dependentsOf, rootOf, unreachedNodes, type DependencyGraph } from "#core/sboms/graph/dependency-graph.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import { dependenciesPage, type TreePlace } from "#site/pages/sboms/dependencies.tsx";
import { layOutNeighborhood } from "#site/pages/sboms/neighborhood.ts";
import { dependenciesHref } from "#site/pages/sboms/sbom-names.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { pageResponse } from "../../http/page-response.ts";
import { problemResponse } from "../../http/problem.ts";
import { currentSnapshot } from "../../state/site-context.ts";
import { placesOf } from "./graph-places.ts";
import { findGraph } from "../stores/graph-store.ts";
import { openSbom, openSbomPage } from "./open-sbom.ts";
import { ITEMS_PER_PAGE, sbomJsonResponse, readPage } from "./read-query.ts";
import { placeJson } from "../sbom-json.ts";

/** Boxes of the drawing: who needs the node, what it needs, what that needs. More than that nobody can read. */
const MAX_DEPENDENTS = 12;
const MAX_NEEDS = 16;
const MAX_SECOND = 24;

/** What needs what: a tree that opens, and a drawing of what lies around a component. */
export const dependencyRoutes = new Hono<WorkerEnv>();

dependencyRoutes.get("/sboms/:id/dependencies.json", async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const graph = await findGraph(context.env, sbom.sha256);
  const node = readNode(context, graph);
  if (node === undefined) {
    const detail = `\`?at=\` takes the number of a component, 0 to ${sbom.componentCount - 1}; without it the subject is meant.`;
    return problemResponse({ status: 404, title: "Unknown component", detail });
  }
  const { place, page, children, unreached, neededBy } = await readNeighborhood(context, sbom, graph, node);
  return sbomJsonResponse(context, {
    sbom: sbom.id,
    ...placeJson(place(node)),
    isStated: graph.isStated,
    needs: {
      total: graph.edges[node]?.length ?? 0,
      page,
      perPage: ITEMS_PER_PAGE,
      items: children.map((child) => placeJson(place(child))),
    },
    neededBy: { total: neededBy.length, items: neededBy.slice(0, ITEMS_PER_PAGE).map((one) => placeJson(place(one))) },
    unreached: {
      total: unreached.length,
      items: unreached.slice(0, ITEMS_PER_PAGE).map((one) => placeJson(place(one))),
    },
  });
});

dependencyRoutes.get("/sboms/:id/dependencies", async (context) => {
  const sbom = await openSbomPage(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  const [{ site }, graph] = await Promise.all([currentSnapshot(context.env), findGraph(context.env, sbom.sha256)]);
  const node = readNode(context, graph);
  if (node === undefined) return await context.notFound();
  const { place, page, children, unreached, columns } = await readNeighborhood(context, sbom, graph, node);
  const isRoot = node === rootOf(graph);
  const html = dependenciesPage({
    site,
    sbom,
    place: place(node),
    isRoot,
    isStated: graph.isStated,
    needs: children.map(place),
    list: {
      filters: { at: isRoot ? "" : String(node) },
      page,
      total: graph.edges[node]?.length ?? 0,
      perPage: ITEMS_PER_PAGE,
    },
    layout: layOutNeighborhood({
      columns: columns.map((column) => column.map((one) => boxOf(sbom, graph, place(one)))),
      ties: tiesBetween(graph, columns),
    }),
    unreached: { shown: unreached.slice(0, ITEMS_PER_PAGE).map(place), total: unreached.length },
  });
  return pageResponse(context.req.raw, html);
});

/** The node that the address asks for: the subject without `?at=`; undefined for one that is not there. */
function readNode(context: Context<WorkerEnv>, graph: DependencyGraph): number | undefined {
  const at = context.req.query("at");
  if (at === undefined) return rootOf(graph);
  return /^\d{1,7}$/.test(at) && Number(at) < graph.edges.length ? Number(at) : undefined;
}

async function readNeighborhood(context: Context<WorkerEnv>, sbom: SbomDetail, graph: DependencyGraph, node: number) {
  const page = readPage(context);
  const needs = graph.edges[node] ?? [];
  const children = needs.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE);
  const neededBy = dependentsOf(graph, node);
  const unreached = node === rootOf(graph) && page === 1 ? unreachedNodes(graph) : [];
  const columns = columnsAround(graph, node, neededBy);
  const named = [node, ...children, ...columns.flat(), ...neededBy.slice(0, ITEMS_PER_PAGE)];
  const place = await placesOf(context.env, sbom, graph, [...named, ...unreached.slice(0, ITEMS_PER_PAGE)]);
  return { page, children, neededBy, unreached, columns, place };
}

/** The nodes of the drawing from left to right, each once. */
function columnsAround(
  graph: DependencyGraph,
  node: number,
  neededBy: readonly number[],
): readonly (readonly number[])[] {
  const drawn = new Set([node]);
  const take = (nodes: Iterable<number>, limit: number): number[] => {
    const taken: number[] = [];
    for (const one of nodes) {
      if (taken.length === limit) break;
      if (drawn.has(one)) continue;
      drawn.add(one);
      taken.push(one);
    }
    return taken;
  };
  const needs = take(graph.edges[node] ?? [], MAX_NEEDS);
  const dependents = take(neededBy, MAX_DEPENDENTS);
  const second = take(
    needs.flatMap((one) => graph.edges[one] ?? []),
    MAX_SECOND,
  );
  return [dependents, [node], needs, second];
}

function tiesBetween(graph: DependencyGraph, columns: readonly (readonly number[])[]): (readonly [string, string])[] {
  const drawn = new Set(columns.flat());
  return [...drawn].flatMap((node) =>
    (graph.edges[node] ?? [])
      .filter((target) => drawn.has(target))
      .map((target) => [String(node), String(target)] as const),
  );
}

function boxOf(sbom: SbomDetail, graph: DependencyGraph, { node, title }: TreePlace) {
  return {
    key: String(node),
    href: dependenciesHref(sbom.id, node === rootOf(graph) ? undefined : node),
    number: "",
    title,
  };
}
