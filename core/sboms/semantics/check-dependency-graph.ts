import type { CycloneDxBom } from "../cyclonedx.ts";
import type { FindingReport } from "../finding-report.ts";
import { listComponents, subjectOf, type SbomComponent } from "../list-components.ts";
import { quoteValue } from "../quote-value.ts";
import { findCycles, type Edges } from "./find-cycles.ts";

const SOURCE = {
  clause: "CycloneDX, `dependencies`: the graph of direct and transitive relationships",
  url: "https://cyclonedx.org/docs/1.6/json/#dependencies",
} as const;

/** Names shown of a long list. */
const MAX_NAMES = 5;

/** The dependency graph of a document, its nodes numbered by their `bom-ref`. */
interface DependencyGraph {
  readonly references: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly edges: Edges;
}

/** The graph says what depends on what: circles are worth knowing, and components that nothing leads to are probably forgotten. */
export function checkDependencyGraph(bom: CycloneDxBom, report: FindingReport): void {
  if (bom.dependencies === undefined || bom.dependencies.length === 0) return;
  const graph = graphOf(bom);
  reportCycles(bom, graph, report);
  reportUnreachable(bom, graph, report);
}

function graphOf(bom: CycloneDxBom): DependencyGraph {
  const numbers = new Map<string, number>();
  const numberOf = (reference: string): number => {
    const number = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, number);
    return number;
  };
  const edges: number[][] = [];
  for (const { ref, dependsOn = [], provides = [] } of bom.dependencies ?? []) {
    const targets = (edges[numberOf(ref)] ??= []);
    for (const target of dependsOn) targets.push(numberOf(target));
    for (const target of provides) targets.push(numberOf(target));
  }
  const references = [...numbers.keys()];
  return { references, numbers, edges: references.map((_reference, number) => edges[number] ?? []) };
}

function reportCycles(bom: CycloneDxBom, { references, numbers, edges }: DependencyGraph, report: FindingReport): void {
  const cycles = findCycles(edges);
  if (cycles.length === 0) return;
  const entries = new Map((bom.dependencies ?? []).map(({ ref }, index) => [numbers.get(ref), index]));
  for (const cycle of cycles) {
    report.add("note", () => ({
      ruleId: "sbom-dependency-cycle",
      message: `${nameSome(cycle.map((node) => references[node] ?? ""))} ${cycle.length === 1 ? "depends on itself" : "depend on each other in a circle"}`,
      pointer: `/dependencies/${cycle.map((node) => entries.get(node)).find((index) => index !== undefined) ?? 0}`,
      source: SOURCE,
    }));
  }
}

function reportUnreachable(bom: CycloneDxBom, graph: DependencyGraph, report: FindingReport): void {
  const root = graph.numbers.get(subjectOf(bom)?.bomRef ?? "");
  if (root === undefined) return;
  const reached = reachableFrom(root, graph.edges);
  const reachedPointers = new Set<string>();
  const unreachable: SbomComponent[] = [];
  // A component comes after the one that contains it, and is reached with it.
  for (const component of listComponents(bom)) {
    const { bomRef, parentPointer = "", pointer } = component;
    const isReached = reached.has(graph.numbers.get(bomRef ?? "") ?? -1) || reachedPointers.has(parentPointer);
    if (isReached || parentPointer === "/metadata/component") reachedPointers.add(pointer);
    else unreachable.push(component);
  }
  const [first] = unreachable;
  if (first === undefined) return;
  const names = nameSome(unreachable.map(({ name }) => name));
  report.add("note", () => ({
    ruleId: "sbom-unreachable-component",
    message: `No dependency leads from the subject to ${names}, expected \`dependencies\` that reach every component`,
    pointer: first.pointer,
    source: SOURCE,
  }));
}

function reachableFrom(root: number, edges: Edges): ReadonlySet<number> {
  const reached = new Set([root]);
  // A set may grow while it is walked; what is added is walked too.
  for (const node of reached) for (const target of edges[node] ?? []) reached.add(target);
  return reached;
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map(quoteValue).join(", ");
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}
