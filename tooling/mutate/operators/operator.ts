import type { Node } from "oxc-parser";

/** An expression of the source and what a mutant puts in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a node stands. */
export interface Place {
  readonly parent: Node | undefined;
  /** The key of the parent that holds the node. */
  readonly key: string;
  readonly source: string;
  /** The node is the left part of an optional chain (`a?.b` in `a?.b.c`), which cannot stand alone. */
  readonly isInChain: boolean;
  /** The node is not inside any function. */
  readonly isStatic: boolean;
}

/** One kind of mistake: the mutants that it makes of a node. */
export interface Operator {
  readonly name: string;
  mutate(node: Node, place: Place): readonly Replacement[];
}

/** The text of a node in parentheses. */
export function wrapped(node: Node, { source }: Place): string {
  return `(${source.slice(node.start, node.end)})`;
}

/** A mutant of the whole node. */
export function instead(node: Node, text: string): Replacement {
  return { start: node.start, end: node.end, text };
}

/** `a < b ? -1 : 1`: it says which of two comes first. */
export function isOrder(node: Node): boolean {
  if (node.type !== "ConditionalExpression") return false;
  const ends = [node.consequent, node.alternate].map((end) => (end.type === "UnaryExpression" ? end.argument : end));
  return ends.some((end) => end.type === "Literal" && end.value === 1) && ends.length === 2;
}
