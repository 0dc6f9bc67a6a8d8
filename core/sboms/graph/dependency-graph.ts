/**
 * What of an SBOM needs what, the same for all formats: the question of the tree, of paths and of the drawing. Containing counts
 * as needing, because what contains a thing cannot be without it.
 */

/** The graph as numbers, so that 40,000 components fit into a megabyte of JSON. */
export interface DependencyGraph {
  /** Components of the document; their numbers are those of `ComponentRecord`. */
  readonly componentCount: number;
  /**
   * What each node needs. Nodes are the components, then the root (the subject, or the document where it has none), then
   * `others`.
   */
  readonly edges: readonly (readonly number[])[];
  /** References to what is no component of the document: BOM-Links, services, references that lead nowhere. */
  readonly others: readonly string[];
  /** The document says something about dependencies; where it does not, nothing follows from the absence of an edge. */
  readonly isStated: boolean;
}

/** The node that stands for the subject. */
export function rootOf({ componentCount }: DependencyGraph): number {
  return componentCount;
}

/** The reference that a node is made of which is neither component nor root. */
export function otherOf({ componentCount, others }: DependencyGraph, node: number): string | undefined {
  return others[node - componentCount - 1];
}

/** Who needs a node, in order of their numbers. */
export function dependentsOf({ edges }: DependencyGraph, node: number): readonly number[] {
  const dependents: number[] = [];
  for (const [source, targets] of edges.entries()) if (targets.includes(node)) dependents.push(source);
  return dependents;
}

/** Components to which no path leads from the root, in order of their numbers. */
export function unreachedNodes(graph: DependencyGraph): readonly number[] {
  const distances = distancesFrom(graph, rootOf(graph));
  const unreached: number[] = [];
  for (let node = 0; node < graph.componentCount; node += 1) if (distances[node] === -1) unreached.push(node);
  return unreached;
}

/** Steps of the shortest path from a node to every other one; -1 where there is none. */
export function distancesFrom({ edges }: DependencyGraph, start: number): Int32Array {
  const distances = new Int32Array(edges.length).fill(-1);
  distances[start] = 0;
  const queue = [start];
  // The queue grows while it is walked.
  for (const node of queue) {
    for (const target of edges[node] ?? []) {
      if (distances[target] !== -1) continue;
      distances[target] = (distances[node] ?? 0) + 1;
      queue.push(target);
    }
  }
  return distances;
}
