import type { Html, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";

/**
 * Our policy for HTML inside Markdown: comments vanish, everything else is shown as the text that it is. Nothing that an
 * author typed is lost, and nothing of it is ever interpreted.
 */
export function transformRawHtml(root: Root): void {
  visit(root, "html", (node: Html, index, parent: Parents | undefined) => {
    if (parent === undefined || index === undefined) return undefined;
    const value = node.value.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "").trim();
    if (value === "") {
      parent.children.splice(index, 1);
      return index;
    }
    const text = { type: "text" as const, value };
    const isBlock = parent.type === "root" || parent.type === "blockquote" || parent.type === "listItem";
    parent.children[index] = isBlock ? { type: "paragraph", children: [text] } : text;
    return index + 1;
  });
}
