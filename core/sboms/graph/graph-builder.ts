import type { DependencyGraph } from "./dependency-graph.ts";

/** Collects edges between things that are known by their references. */
export class GraphBuilder {
  readonly #componentCount: number;
  readonly #nodes = new Map<string, number>();
  readonly #edges: Set<number>[] = [];
  readonly #others: string[] = [];
  #isStated = false;

  constructor(componentCount: number) {
    this.#componentCount = componentCount;
  }

  /** Names a node; of two with the same reference the first keeps it. */
  name(reference: string, node: number): void {
    if (!this.#nodes.has(reference)) this.#nodes.set(reference, node);
  }

  /** The node of a reference that has one. */
  find(reference: string): number | undefined {
    return this.#nodes.get(reference);
  }

  /** The node of a reference; one of the others where it names no component. */
  nodeOf(reference: string): number {
    const known = this.#nodes.get(reference);
    if (known !== undefined) return known;
    const node = this.#componentCount + 1 + this.#others.length;
    this.#others.push(reference);
    this.#nodes.set(reference, node);
    return node;
  }

  /** The document says that one needs the other. */
  connect(source: number, target: number): void {
    this.#isStated = true;
    this.#targetsOf(source).add(target);
  }

  /** One lies within the other; that alone says nothing about dependencies. */
  contain(outer: number, inner: number): void {
    this.#targetsOf(outer).add(inner);
  }

  /** The document speaks about the dependencies of something, if only to say that there are none. */
  state(): void {
    this.#isStated = true;
  }

  build(): DependencyGraph {
    const size = this.#componentCount + 1 + this.#others.length;
    const edges = Array.from({ length: size }, (_nothing, node) => [...(this.#edges[node] ?? [])]);
    return { componentCount: this.#componentCount, edges, others: this.#others, isStated: this.#isStated };
  }

  #targetsOf(node: number): Set<number> {
    return (this.#edges[node] ??= new Set());
  }
}
