import { raw } from "hono/html";

import { documentName, type Citation } from "#core/standards/citations/cite-document.ts";
import type { DocumentRelations } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import { diagramScripts } from "../../diagrams.ts";
import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { CitationBlock } from "../../parts/standards/citation-block.tsx";
import { DocumentFacts } from "../../parts/standards/document-facts.tsx";
import { DocumentNotice } from "../../parts/standards/document-notice.tsx";
import { KeyWordsNote } from "../../parts/standards/key-words-note.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Pager } from "../../parts/pager.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";
import type { ScopeInclusion } from "../../scope-inclusion.ts";
import { documentHref, findDocument, type StandardsIndex, type VersionEntry } from "../../standards-index.ts";

/** All that the page of one document shows. */
export interface DocumentPage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  readonly document: DocumentSummary;
  readonly relations: DocumentRelations;
  /** Scopes that have it among their modules. */
  readonly inclusions?: readonly ScopeInclusion[];
  /** Documents whose text leads to this one. */
  readonly referencedBy?: readonly DocumentSummary[];
  /** The calendar day in the zone of the site: `2026-11-20`. */
  readonly today: string;
  /** The rendered and sanitized body. The only text of the site that is put in as it is. */
  readonly fragment: string;
  readonly toc: readonly TocEntry[];
  /** Links that belong to this document: source, history, other formats. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly citation?: Citation;
  /** Key words of RFC 2119 that the document uses, in any order. */
  readonly keyWords?: readonly string[];
}

/** The page of a document: what it is and whether it holds, then its text. */
export function documentPage(page: DocumentPage): string {
  const { site, index, document, fragment } = page;
  const found = findDocument(index, document.documentId);
  const phase = found?.entry.phase ?? "draft";
  return renderPage({
    site,
    path: documentHref(document.documentId),
    title: `${documentName(document)}: ${document.title}`,
    description: document.description ?? `${document.title}, a document of the ${site.community} community.`,
    section: "standards",
    alternates: [
      { type: "text/markdown", href: `${documentHref(document.documentId)}.md`, title: "Markdown source" },
      { type: "application/json", href: `${documentHref(document.documentId)}.json`, title: "This document as JSON" },
      { type: "application/ld+json", href: `${documentHref(document.documentId)}.jsonld`, title: "Linked data" },
      { type: "application/atom+xml", href: `${documentHref(document.documentId)}/feed.xml`, title: "Changes" },
    ],
    picture: `${site.state?.base ?? ""}${documentHref(document.documentId)}/preview.png`,
    printMark: `${documentName(document)} · ${document.documentId}`,
    scripts: diagramScripts(fragment),
    breadcrumb: [
      { href: "/standards", text: "Standards" },
      ...(found === undefined ? [] : [{ href: found.track.href, text: found.track.track.id }]),
      ...(found === undefined ? [] : [{ href: found.number.href, text: found.number.id }]),
      { text: found?.entry.label ?? document.documentId },
    ],
    tree: <StandardsTree site={site} index={index} currentId={document.documentId} />,
    header: (
      <PageHeader eyebrow={eyebrow(document)} title={document.title} lead={document.description}>
        <DocumentFacts page={page} phase={phase} number={found?.number} />
        <DocumentNotice page={page} phase={phase} number={found?.number} />
      </PageHeader>
    ),
    aside: [<TableOfContents entries={page.toc} />, <DocumentLinks links={page.links} />],
    children: [
      <article class="prose">{raw(fragment)}</article>,
      <KeyWordsNote used={page.keyWords ?? []} fragment={fragment} />,
      <ReferencedBy documents={page.referencedBy ?? []} />,
      page.citation === undefined ? null : (
        <CitationBlock citation={page.citation} href={`${documentHref(document.documentId)}/cite`} />
      ),
      <Neighbors index={index} document={document} />,
    ],
  });
}

function eyebrow(document: DocumentSummary): string {
  return [documentName(document), document.track, document.type].filter((part) => part !== undefined).join(" · ");
}

function ReferencedBy({ documents }: { documents: readonly DocumentSummary[] }) {
  if (documents.length === 0) return null;
  return (
    <details class="fold referenced-by">
      <summary>Referenced by</summary>
      <ul class="plain-list">
        {documents.map((document) => (
          <li>
            <a href={documentHref(document.documentId)}>
              {documentName(document)}: {document.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function DocumentLinks({ links }: Pick<DocumentPage, "links">) {
  if (links.length === 0) return null;
  return (
    <details class="fold">
      <summary>This document</summary>
      <ul class="plain-list">
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Reading order is the order of the tree: all documents that are current for their number. */
function Neighbors({ index, document }: Pick<DocumentPage, "index" | "document">) {
  const numbers = index.flatMap((track) => track.numbers);
  const position = numbers.findIndex((number) =>
    [...number.versions, ...number.supplements].some((entry) => entry.document.documentId === document.documentId),
  );
  const link = (entry: VersionEntry | undefined) =>
    entry === undefined
      ? undefined
      : { href: entry.href, text: `${documentName(entry.document)}: ${entry.document.title}` };
  return (
    <Pager
      label="Previous and next document"
      previous={link(numbers[position - 1]?.current)}
      next={position < 0 ? undefined : link(numbers[position + 1]?.current)}
    />
  );
}
