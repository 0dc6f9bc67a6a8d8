/** What pages show as linked data: JSON-LD 1.1 in the words of schema.org. Addresses are absolute. */
import { relationsOf } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { ScopeFacts } from "#core/standards/publishing/scope-facts.ts";
import { documentHref } from "#site/standards-index.ts";

import type { PublishedFile } from "../../state/site-context.ts";
import { baseOf, phaseOf } from "./data-json.ts";
import type { SiteView } from "../states/site-view.ts";

const CONTEXT = "https://schema.org";

/** All documents, as parts of one collection. */
export function overviewLinkedData(view: SiteView, origin: string): object {
  const { title, description } = view.snapshot.site;
  return {
    "@context": CONTEXT,
    "@type": "Collection",
    "@id": addressOf(view, origin, "/standards"),
    name: title,
    description,
    inLanguage: "en",
    publisher: publisher(view),
    hasPart: view.documents.map((document) => ({
      "@type": "TechArticle",
      "@id": addressOf(view, origin, documentHref(document.documentId)),
      identifier: document.documentId,
      name: document.title,
      creativeWorkStatus: phaseOf(view, document),
    })),
  };
}

/** A scope, as a collection of the documents that its modules are made of. */
export function scopeLinkedData(view: SiteView, scope: ScopeFacts, origin: string): object {
  const { alias, uuid, name, documentIds = [] } = scope;
  const known = new Set(view.documents.map(({ documentId }) => documentId));
  return {
    "@context": CONTEXT,
    "@type": "Collection",
    "@id": addressOf(view, origin, `/certification/scopes/${encodeURIComponent(alias)}`),
    ...(uuid === undefined ? {} : { identifier: `urn:uuid:${uuid}` }),
    name,
    publisher: publisher(view),
    hasPart: documentIds
      .filter((id) => known.has(id))
      .map((id) => ({ "@id": addressOf(view, origin, documentHref(id)) })),
  };
}

/** A document with its relations. */
export function documentLinkedData(
  view: SiteView,
  { facts: document }: PublishedFile<"document">,
  origin: string,
): object {
  const address = (id: string): string => addressOf(view, origin, documentHref(id));
  const { predecessors, successors, supplements, supplemented } = relationsOf(document, view.documents);
  const refs = (list: readonly DocumentSummary[]): object[] =>
    list.map(({ documentId }) => ({ "@id": address(documentId) }));
  return {
    "@context": CONTEXT,
    "@type": "TechArticle",
    "@id": address(document.documentId),
    identifier: document.documentId,
    name: document.title,
    ...(document.description === undefined ? {} : { description: document.description }),
    ...(document.version === undefined ? {} : { version: `${document.series}${document.version}` }),
    ...(document.stabilizedAt === undefined ? {} : { datePublished: document.stabilizedAt }),
    ...(document.deprecatedAt === undefined ? {} : { expires: document.deprecatedAt }),
    creativeWorkStatus: phaseOf(view, document),
    genre: document.type ?? null,
    articleSection: document.track ?? null,
    inLanguage: "en",
    publisher: publisher(view),
    encoding: {
      "@type": "MediaObject",
      contentUrl: `${address(document.documentId)}.md`,
      encodingFormat: "text/markdown",
    },
    // Schema.org has no word for "replaces"; Dublin Core has.
    "http://purl.org/dc/terms/replaces": refs(predecessors),
    "http://purl.org/dc/terms/isReplacedBy": refs(successors),
    hasPart: refs(supplements),
    isPartOf: refs(supplemented),
  };
}

function publisher(view: SiteView): object {
  return { "@type": "Organization", name: view.snapshot.site.community };
}

function addressOf(view: SiteView, origin: string, href: string): string {
  return `${origin}${baseOf(view)}${href}`;
}
