import { parseBomLink } from "#core/sboms/records/bom-link.ts";
import { otherOf, rootOf, type DependencyGraph } from "#core/sboms/graph/dependency-graph.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";
import type { TreePlace } from "#site/pages/sboms/dependencies.tsx";
import { componentHref, titleOfComponent, titleOfSbom } from "#site/pages/sboms/sbom-names.ts";

import type { Bindings } from "../../state/bindings.ts";
import { findComponents } from "../stores/component-store.ts";

/** Gives nodes of the graph their names and addresses, with one look into the database. */
export async function placesOf(
  env: Pick<Bindings, "DB">,
  sbom: SbomDetail,
  graph: DependencyGraph,
  nodes: Iterable<number>,
): Promise<(node: number) => TreePlace> {
  const components = await findComponents(
    env,
    sbom.id,
    [...nodes].filter((node) => node < graph.componentCount),
  );
  return (node) => {
    const needs = graph.edges[node]?.length ?? 0;
    if (node === rootOf(graph)) return { node, needs, title: titleOfSbom(sbom), href: `/sboms/${sbom.id}` };
    const component = components.get(node);
    if (component !== undefined) {
      return { node, needs, title: titleOfComponent(component), href: componentHref(sbom.id, node) };
    }
    const reference = otherOf(graph, node) ?? String(node);
    const isLink = parseBomLink(reference) !== undefined;
    const href = isLink ? `/bom-link?urn=${encodeURIComponent(reference)}` : undefined;
    return { node, needs, title: reference.slice(0, 200), href };
  };
}
