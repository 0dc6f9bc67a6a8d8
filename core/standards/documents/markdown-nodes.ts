import type { Nodes, Root } from "mdast";

import type { Span } from "./front-matter.ts";

type NodeOf<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;

/** All nodes of a Markdown tree by type, in source order. */
export interface MarkdownNodes {
  ofType<Type extends Nodes["type"]>(type: Type): readonly NodeOf<Type>[];
  /** The node around a node; undefined for the root. */
  parentOf(node: Nodes): Nodes | undefined;
}

/** Walks a tree once, without recursion: hostile nesting must not exhaust the stack. */
export function collectNodes(root: Root): MarkdownNodes {
  const byType = new Map<string, Nodes[]>();
  const parents = new Map<Nodes, Nodes>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const list = byType.get(node.type);
    if (list === undefined) byType.set(node.type, [node]);
    else list.push(node);
    if (!("children" in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child === undefined) continue;
      parents.set(child, node);
      pending.push(child);
    }
  }
  return {
    ofType: <Type extends Nodes["type"]>(type: Type) => (byType.get(type) ?? []) as NodeOf<Type>[],
    parentOf: (node) => parents.get(node),
  };
}

/** Where a node stands in the text; empty at 0 for a node that no text stands for. */
export function spanOfNode(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
