/** The text of Markdown nodes as it is compared: code in backticks, addresses and markup apart, one blank between parts. */
import type { Nodes } from "mdast";

/** All text below some nodes. The walk is not recursive; hostile nesting costs no stack. */
export function plainText(...tops: readonly Nodes[]): string {
  const parts: string[] = [];
  const pending: Nodes[] = tops.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "text" || node.type === "code") parts.push(node.value);
    else if (node.type === "inlineCode") parts.push(`\`${node.value}\``);
    else if (node.type === "break") parts.push(" ");
    else if (node.type === "image") parts.push(node.alt ?? "");
    else if ("children" in node) {
      if (isBlock(node)) parts.push(" ");
      for (const child of node.children.toReversed()) pending.push(child);
    }
  }
  return parts.join("").replaceAll(/\s+/g, " ").trim();
}

function isBlock({ type }: Nodes): boolean {
  return ["paragraph", "listItem", "tableRow", "tableCell", "heading", "list", "blockquote"].includes(type);
}
