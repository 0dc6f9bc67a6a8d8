import { otherOf, rootOf, type DependencyGraph } from "../graph/dependency-graph.ts";
import type { ComparedComponent } from "./diff-components.ts";

/** One component needs another. */
export interface ComparedEdge {
  /** Undefined for the subject, or the document where it has none. */
  readonly source: ComparedComponent | undefined;
  readonly target: ComparedComponent;
}

/** Edges between components that both documents have: those of a component that came or went came or went with it. */
export interface EdgesDiff {
  readonly added: readonly ComparedEdge[];
  readonly removed: readonly ComparedEdge[];
}

/** One of the two graphs with the components that its numbers stand for. */
export interface ComparedGraph {
  readonly graph: DependencyGraph;
  readonly components: readonly ComparedComponent[];
}

/** What came and what went of the edges. `partners` has the earlier component of each later one. Linear in the graphs. */
export function diffEdges(
  before: ComparedGraph,
  after: ComparedGraph,
  partners: ReadonlyMap<ComparedComponent, ComparedComponent>,
): EdgesDiff {
  const numbers = new Map(before.components.map((component, number) => [component, number]));
  const laterNames = after.components.map((component) => {
    const partner = partners.get(component);
    return partner === undefined ? undefined : numbers.get(partner);
  });
  const kept = new Set(laterNames);
  const earlierNames = before.components.map((_component, number) => (kept.has(number) ? number : undefined));
  const earlier = edgesOf(before, earlierNames);
  const later = edgesOf(after, laterNames);
  return { added: missingIn(later, earlier), removed: missingIn(earlier, later) };
}

type NamedEdges = ReadonlyMap<string, ComparedEdge>;

/** Edges by names that both documents share; those to what is no component of both are left out. */
function edgesOf({ graph, components }: ComparedGraph, names: readonly (number | undefined)[]): NamedEdges {
  const edges = new Map<string, ComparedEdge>();
  const root = rootOf(graph);
  for (const [source, targets] of graph.edges.entries()) {
    const from = source === root ? "root" : names[source];
    if (from === undefined || otherOf(graph, source) !== undefined) continue;
    for (const number of targets) {
      const target = components[number];
      if (target !== undefined && names[number] !== undefined) {
        edges.set(`${from} ${names[number]}`, { source: components[source], target });
      }
    }
  }
  return edges;
}

function missingIn(some: NamedEdges, others: NamedEdges): readonly ComparedEdge[] {
  return [...some].filter(([name]) => !others.has(name)).map(([, edge]) => edge);
}
