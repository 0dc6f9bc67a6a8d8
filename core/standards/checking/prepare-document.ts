import { toString } from "mdast-util-to-string";

import type { CommunityAddresses } from "./check-settings.ts";
import type { IndexEntry } from "../documents/document-index.ts";
import type { Span } from "../documents/front-matter.ts";
import { classifyLink, type LinkTarget } from "./link-target.ts";
import { collectNodes, spanOfNode, type MarkdownNodes } from "../documents/markdown-nodes.ts";
import { comparableHeading, outlineOf, type Outline } from "../documents/outline.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { summarizeDocument } from "../documents/summarize.ts";

/** A link with its target. */
export interface DocumentLink {
  readonly text: string;
  readonly url: string;
  readonly target: LinkTarget;
  /** The whole link, or the whole definition for a reference. */
  readonly span: Span;
  /** The address alone. */
  readonly urlSpan: Span;
}

/** A document with what the rules need of it, worked out once. */
export interface PreparedDocument {
  readonly document: ParsedDocument;
  readonly nodes: MarkdownNodes;
  readonly outline: Outline;
  readonly links: readonly DocumentLink[];
  readonly entry: IndexEntry;
}

/** Works out nodes, outline, links and index entry of a document. */
export function prepareDocument(document: ParsedDocument, addresses: CommunityAddresses): PreparedDocument {
  const nodes = collectNodes(document.markdown());
  const outline = outlineOf(nodes, document.text.length);
  const links = collectLinks(document.text, nodes, addresses);
  const linked = links.map(({ target }) => (target.kind === "document" ? target.documentId : undefined));
  const entry: IndexEntry = {
    path: document.path,
    summary: summarizeDocument(document),
    anchors: outline.map((section) => section.anchor),
    headings: outline.map((section) => comparableHeading(section.text)),
    links: [...new Set(linked.filter((id) => id !== undefined))],
  };
  return { document, nodes, outline, links, entry };
}

/** Inline links and the definitions of reference links; both carry an address. */
function collectLinks(text: string, nodes: MarkdownNodes, addresses: CommunityAddresses): DocumentLink[] {
  const inline = nodes.ofType("link").map((node) => ({ node, text: toString(node) }));
  const labels = new Map(nodes.ofType("linkReference").map((node) => [node.identifier, toString(node)]));
  const defined = nodes
    .ofType("definition")
    .map((node) => ({ node, text: labels.get(node.identifier) ?? node.label ?? node.identifier }));
  return [...inline, ...defined].map(({ node, text: label }) => {
    const span = spanOfNode(node);
    return {
      text: label,
      url: node.url,
      target: classifyLink(node.url, addresses),
      span,
      urlSpan: urlSpan(text, span, node),
    };
  });
}

/** Finds the address inside the source of a link: it stands after `](` or `]:`, or is the whole of an autolink. */
function urlSpan(text: string, span: Span, node: { readonly url: string; readonly type: string }): Span {
  const source = text.slice(span.start, span.end);
  const from = node.type === "definition" ? source.indexOf("]:") : source.lastIndexOf("](");
  const at = source.indexOf(node.url, Math.max(0, from));
  return at < 0 ? span : { start: span.start + at, end: span.start + at + node.url.length };
}
