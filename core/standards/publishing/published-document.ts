import type { Root } from "mdast";
import { visit } from "unist-util-visit";

import { documentIdOfAddress } from "#core/standards/documents/document-address.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

/** What is kept of a published document: what it says about itself, and which other documents its text leads to. */
export interface PublishedDocument extends DocumentSummary {
  /** Ids, sorted; absent where an older Stele rendered the document. */
  readonly mentions?: readonly string[];
}

/** The ids of the documents that a text links to, sorted. */
export function mentionedDocuments(root: Root): string[] {
  const ids = new Set<string>();
  visit(root, (node) => {
    const id = node.type === "link" || node.type === "definition" ? documentIdOfAddress(node.url) : undefined;
    if (id !== undefined) ids.add(id);
  });
  return [...ids].sort();
}

/** The documents whose text leads to the one with this id. */
export function mentioning(documentId: string, all: readonly PublishedDocument[]): PublishedDocument[] {
  return all.filter((other) => other.documentId !== documentId && other.mentions?.includes(documentId) === true);
}
