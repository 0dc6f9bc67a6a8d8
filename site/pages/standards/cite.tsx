import type { Citation } from "#core/standards/citations/cite-document.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { CitationForms } from "../../parts/standards/citation-block.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { documentHref } from "../../standards-index.ts";

/** How to cite one document. */
export interface CitePage {
  readonly site: SiteConfig;
  readonly document: DocumentSummary;
  readonly citation: Citation;
}

/** The citation of a document in three forms, to copy or to download. */
export function citePage({ site, document: { documentId, title }, citation }: CitePage): string {
  const href = documentHref(documentId);
  return renderPage({
    site,
    path: `${href}/cite`,
    title: `Cite ${documentId}`,
    description: `How to cite ${title} (${documentId}).`,
    section: "standards",
    breadcrumb: [{ href: "/standards", text: "Standards" }, { href, text: documentId }, { text: "Cite" }],
    header: <PageHeader eyebrow={documentId} title={`Cite: ${title}`} />,
    children: (
      <div class="prose">
        <CitationForms citation={citation} href={`${href}/cite`} />
      </div>
    ),
  });
}
