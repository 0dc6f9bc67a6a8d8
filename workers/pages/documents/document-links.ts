import { relationsOf } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { diffHref } from "#site/pages/standards/diff.tsx";
import { documentHref, findDocument } from "#site/standards-index.ts";

import type { PublishedFile } from "../../state/site-context.ts";
import type { SiteView } from "../states/site-view.ts";

/** A link beside a document. */
export interface DocumentLink {
  readonly href: string;
  readonly text: string;
}

/** What belongs to a document besides its text: what it demands, what changed, where it comes from. */
export function documentLinks(
  view: SiteView,
  { path, facts }: PublishedFile<"document">,
  requirementCount: number,
): DocumentLink[] {
  const { repository } = view.snapshot.site;
  const href = documentHref(facts.documentId);
  const demands =
    requirementCount === 1 ? "1 requirement and its tests" : `${requirementCount} requirements and their tests`;
  return [
    ...(requirementCount === 0 ? [] : [{ href: `${href}/requirements`, text: demands }]),
    ...predecessors(view, facts).map(({ documentId, series, version }) => ({
      href: diffHref(documentId, facts.documentId),
      text: `Compare with ${series === undefined ? documentId : `${series}${version ?? ""}`}`,
    })),
    { href: `${href}/cite`, text: "Cite" },
    { href: `${href}.md`, text: "Markdown source" },
    { href: `${href}.json`, text: "Data (JSON)" },
    { href: "/as-of", text: "As of another day" },
    ...(repository === undefined
      ? []
      : [
          { href: `${repository}/edit/main/${path}`, text: "Propose a change" },
          { href: `${repository}/commits/main/${path}`, text: "History" },
        ]),
  ];
}

/** The version before this one, and what the document says it replaces. */
function predecessors(view: SiteView, document: DocumentSummary): DocumentSummary[] {
  const number = findDocument(view.index, document.documentId)?.number;
  const versions = (document.series === "w" ? number?.supplements : number?.versions) ?? [];
  const position = versions.findIndex((entry) => entry.document.documentId === document.documentId);
  const previous = versions[position - 1]?.document;
  const replaced = relationsOf(document, view.documents).predecessors;
  return previous === undefined || replaced.some(({ documentId }) => documentId === previous.documentId)
    ? [...replaced]
    : [previous, ...replaced];
}
