import { bomRefsOf } from "../formats/cyclonedx/bom-refs.ts";
import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import type { Edges } from "../semantics/find-cycles.ts";

/** What `dependencies` says, its nodes numbered by their references. */
export interface ReferenceGraph {
  /** Every reference that `dependencies` uses, by number. */
  readonly references: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of what a node depends on or provides. */
  readonly edges: Edges;
  /** References that are no `bom-ref` of the document. */
  readonly dangling: ReadonlySet<string>;
  /** Whether a node has an entry of its own, if only an empty one. */
  readonly isListed: (node: number) => boolean;
  /** Whether something depends on a node or provides it. */
  readonly isTarget: (node: number) => boolean;
}

/** Made once for a document: references, cycles, reach and profiles ask for the same. */
const GRAPHS = new WeakMap<CycloneDxBom, ReferenceGraph>();

/** The graph of `dependencies`. Linear time, without recursion. */
export function referenceGraphOf(bom: CycloneDxBom): ReferenceGraph {
  const known = GRAPHS.get(bom);
  if (known !== undefined) return known;
  const graph = makeGraph(bom);
  GRAPHS.set(bom, graph);
  return graph;
}

const NO_EDGES: readonly number[] = [];

function makeGraph(bom: CycloneDxBom): ReferenceGraph {
  const numbers = new Map<string, number>();
  const references: string[] = [];
  const numberOf = (reference: string): number => {
    const known = numbers.get(reference);
    if (known !== undefined) return known;
    numbers.set(reference, references.length);
    return references.push(reference) - 1;
  };
  const listed: (number[] | undefined)[] = [];
  for (const { ref, dependsOn = [], provides = [] } of bom.dependencies ?? []) {
    const number = numberOf(ref);
    const targets = (listed[number] ??= []);
    for (const target of dependsOn) targets.push(numberOf(target));
    for (const target of provides) targets.push(numberOf(target));
  }
  const targets = new Uint8Array(references.length);
  for (const list of listed) for (const target of list ?? NO_EDGES) targets[target] = 1;
  const { defined } = bomRefsOf(bom);
  return {
    references,
    numbers,
    edges: references.map((_reference, number) => listed[number] ?? NO_EDGES),
    dangling: new Set(references.filter((reference) => !resolves(reference, defined))),
    isListed: (node) => listed[node] !== undefined,
    isTarget: (node) => targets[node] === 1,
  };
}

/** A BOM-Link leads into another document. */
function resolves(reference: string, defined: ReadonlySet<string>): boolean {
  return defined.has(reference) || reference.startsWith("urn:cdx:");
}
