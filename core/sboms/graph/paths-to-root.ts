import { distancesFrom, rootOf, type DependencyGraph } from "./dependency-graph.ts";

/** Why a component is there: ways from the root to it. */
export interface PathsToRoot {
  /** Each from the root to the node, both included; the shortest first. */
  readonly paths: readonly (readonly number[])[];
  /** There are more than were asked for, or more than could be looked at. */
  readonly hasMore: boolean;
}

/** A way from a node to the one that is asked about. */
interface Way {
  readonly node: number;
  readonly next: Way | undefined;
  readonly length: number;
}

/** Ways that are looked at: in a dense graph there are more than anybody could read. */
const MAX_STEPS = 20_000;

/**
 * The shortest paths from the root to a node, none of which visits a node twice. The distances from the root are known, so ways
 * are followed backwards in the order of the length that they will have in the end (A* with an exact estimate).
 */
export function pathsToRoot(graph: DependencyGraph, node: number, limit: number): PathsToRoot {
  const root = rootOf(graph);
  const distances = distancesFrom(graph, root);
  const paths: number[][] = [];
  const open: Way[][] = [];
  const push = (way: Way): void => {
    (open[way.length + (distances[way.node] ?? 0)] ??= []).push(way);
  };
  if ((distances[node] ?? -1) === -1) return { paths, hasMore: false };
  push({ node, next: undefined, length: 0 });
  const sourcesOf = reverse(graph, distances);
  let steps = 0;
  for (let total = 0; total < open.length; total += 1) {
    const bucket = open[total] ?? [];
    // The last one first: ways are followed to their end, else all halves of paths come before the first whole one.
    for (let way = bucket.pop(); way !== undefined; way = bucket.pop()) {
      steps += 1;
      if (paths.length === limit || steps > MAX_STEPS) return { paths, hasMore: true };
      if (way.node === root) {
        paths.push(nodesOf(way));
        continue;
      }
      for (const source of sourcesOf(way.node).toReversed()) {
        if (!visits(way, source)) push({ node: source, next: way, length: way.length + 1 });
      }
    }
  }
  return { paths, hasMore: false };
}

/** Who needs a node and is reached from the root itself. */
function reverse({ edges }: DependencyGraph, distances: Int32Array): (node: number) => readonly number[] {
  const sources: number[][] = [];
  for (const [source, targets] of edges.entries()) {
    if (distances[source] === -1) continue;
    for (const target of targets) (sources[target] ??= []).push(source);
  }
  return (node) => sources[node] ?? [];
}

function visits(way: Way, node: number): boolean {
  for (let step: Way | undefined = way; step !== undefined; step = step.next) if (step.node === node) return true;
  return false;
}

function nodesOf(way: Way): number[] {
  const nodes: number[] = [];
  for (let step: Way | undefined = way; step !== undefined; step = step.next) nodes.push(step.node);
  return nodes;
}
