import { fittingJson } from "#core/base/stored/read-stored.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import type { DependencyGraph } from "#core/sboms/graph/dependency-graph.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import { dependencyGraph } from "#core/sboms/records/stored-sbom.ts";

import type { Bindings } from "../../state/bindings.ts";
import { MEMORY_BOUNDS } from "../../state/memory-bounds.ts";
import { createMemory } from "../../state/memory.ts";

/** Counts up whenever the same bytes give another graph. */
const GRAPH_VERSION = 2;

/** Readers of one page follow its links. */
const memory = createMemory<DependencyGraph>(MEMORY_BOUNDS.graphs);

/** Keeps the graph of the SBOM with this hash. */
export async function storeGraph(
  { BLOBS }: Pick<Bindings, "BLOBS">,
  sha256: string,
  graph: DependencyGraph,
): Promise<void> {
  await BLOBS.put(keyOf(sha256), JSON.stringify(graph));
}

/** The graph of a published SBOM; made from the bytes where it is not there yet. */
export async function findGraph({ BLOBS }: Pick<Bindings, "BLOBS">, sha256: string): Promise<DependencyGraph> {
  return memory.recall(sha256, new Date(), async () => {
    const stored = await BLOBS.get(keyOf(sha256));
    const known = stored === null ? undefined : fittingJson(dependencyGraph, await stored.text());
    return { value: known ?? (await makeGraph({ BLOBS }, sha256)) };
  });
}

/** Forgets the graph of an SBOM that is withdrawn. */
export async function removeGraph({ BLOBS }: Pick<Bindings, "BLOBS">, sha256: string): Promise<void> {
  await BLOBS.delete(keyOf(sha256));
  memory.forget(sha256);
}

async function makeGraph({ BLOBS }: Pick<Bindings, "BLOBS">, sha256: string): Promise<DependencyGraph> {
  const blob = await BLOBS.get(`blobs/${sha256}`);
  const check = blob === null ? undefined : await checkSbom(new Uint8Array(await blob.arrayBuffer()), { path: sha256 });
  // It was valid when it was accepted; a stricter check of today leaves its page without dependencies.
  if (check?.isValid !== true) return { componentCount: 0, edges: [], others: [], isStated: false };
  const graph = readDependencyGraph(check.content);
  await storeGraph({ BLOBS }, sha256, graph);
  return graph;
}

function keyOf(sha256: string): string {
  return `graphs/${GRAPH_VERSION}/${sha256}`;
}
