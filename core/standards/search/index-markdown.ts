import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/** The words of a Markdown text, headings apart from the rest. */
export interface MarkdownWords {
  readonly headings: string;
  readonly body: string;
}

/** Nodes whose text is one block; words of neighboring blocks must not run together. */
const BLOCKS = new Set(["paragraph", "code", "tableCell"]);

/** Collects the words of a document in reading order, one block per line; front matter and comments are no words. */
export function wordsOfMarkdown(root: Root): MarkdownWords {
  const headings: string[] = [];
  const body: string[] = [];
  visit(root, (node) => {
    if (node.type === "heading") {
      headings.push(toString(node));
      return SKIP;
    }
    if (node.type === "yaml" || node.type === "html") return SKIP;
    if (!BLOCKS.has(node.type)) return undefined;
    const text = toString(node).trim();
    if (text !== "") body.push(text);
    return SKIP;
  });
  return { headings: headings.join("\n"), body: body.join("\n") };
}
