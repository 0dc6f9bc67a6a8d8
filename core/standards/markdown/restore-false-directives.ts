import type { Nodes, Parents, PhrasingContent, Root, RootContent } from "mdast";

/** The container names that are admonitions; every other directive is plain text. */
export const ADMONITIONS = ["note", "tip", "info", "caution", "danger", "warning"] as const;

/**
 * Puts the source text back where the parser saw a directive in prose: `SCS-2C:4:10n` and `[scs:encrypted]` are text.
 * Only `:::name` containers with an admonition's name stay directives.
 */
export function restoreFalseDirectives(root: Root, source: string): void {
  // A list instead of recursion: hostile nesting must not exhaust the stack.
  const pending: Parents[] = [root];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    const children: Nodes[] = [];
    for (const child of parent.children) {
      const restored = restore(child, source);
      children.push(restored);
      if ("children" in restored) pending.push(restored);
    }
    parent.children = children as typeof parent.children;
  }
}

function restore(node: RootContent, source: string): RootContent {
  const isDirective =
    node.type === "textDirective" ||
    node.type === "leafDirective" ||
    (node.type === "containerDirective" && !(ADMONITIONS as readonly string[]).includes(node.name));
  if (!isDirective) return node;
  const text: PhrasingContent = {
    type: "text",
    value: source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    ...(node.position === undefined ? {} : { position: node.position }),
  };
  if (node.type === "textDirective") return text;
  return { type: "paragraph", children: [text], ...(node.position === undefined ? {} : { position: node.position }) };
}
