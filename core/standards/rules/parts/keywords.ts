/** The key words of BCP 14 in a document, for the rules about them. */
import type { Nodes } from "mdast";
import { toString } from "mdast-util-to-string";

import type { Span } from "../../documents/front-matter.ts";
import { spanOfNode } from "../../documents/markdown-nodes.ts";
import type { PreparedDocument } from "../../checking/prepare-document.ts";

/** Capitalized key words; SCS-0001 adds FORBIDDEN, which means MUST NOT. Longest first. */
const KEYWORD =
  /\b(?:MUST NOT|MUST|SHALL NOT|SHALL|SHOULD NOT|SHOULD|NOT RECOMMENDED|RECOMMENDED|RECOMMEND|REQUIRED|MAY|OPTIONAL|FORBIDDEN)\b/g;

/** The same words where they are not capitalized. */
export const LOWERCASE_KEYWORD = /\b(?:must(?: not|n't)?|shall(?: not)?|should(?: not|n't)?|required to)\b/g;

/** A block of text (paragraph, heading or table cell) as a reader sees it. */
export interface TextBlock {
  readonly kind: "paragraph" | "heading" | "tableCell";
  readonly text: string;
  readonly span: Span;
}

const cache = new WeakMap<PreparedDocument["nodes"], readonly TextBlock[]>();

/** The blocks of a document in source order, without code. */
export function textBlocks({ nodes }: Pick<PreparedDocument, "nodes">): readonly TextBlock[] {
  const known = cache.get(nodes);
  if (known !== undefined) return known;
  const blocks = (["paragraph", "heading", "tableCell"] as const)
    .flatMap((kind) => nodes.ofType(kind).map((node) => ({ kind, text: proseOf(node), span: spanOfNode(node) })))
    .sort((a, b) => a.span.start - b.span.start);
  cache.set(nodes, blocks);
  return blocks;
}

/** The words of a block without its code, which is quoted and not said. */
function proseOf(node: Nodes): string {
  if (node.type === "inlineCode") return "`";
  return "children" in node ? node.children.map(proseOf).join("") : toString(node);
}

/** The key words of a block, without those that are only quoted. */
export function keywordsOf(block: TextBlock): readonly string[] {
  const unquoted = block.text.replace(/["“„»'‘][A-Z ]+["”“«'’]/g, '""');
  return unquoted.match(KEYWORD) ?? [];
}

/** Whether a text refers to the definition of the key words. */
export function refersToBcp14(text: string): boolean {
  return /\b(?:RFC[ -]?(?:2119|8174)|BCP[ -]?14)\b/i.test(text);
}
