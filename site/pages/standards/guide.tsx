import { raw } from "hono/html";

import { guideGroupTitle, guideHref, type Guide } from "#core/standards/publishing/guide.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import { diagramScripts } from "../../diagrams.ts";
import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Pager } from "../../parts/pager.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";
import type { StandardsIndex } from "../../standards-index.ts";

/** One guide. */
export interface GuidePage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  readonly guide: Guide;
  /** The rendered and sanitized text, put in as it is. */
  readonly fragment: string;
  readonly toc: readonly TocEntry[];
}

/** A page that explains how things go, among the others of its group. */
export function guidePage({ site, index, guide, fragment, toc }: GuidePage): string {
  const title = guideGroupTitle(guide.guideId);
  const siblings = (site.guides ?? []).filter(({ guideId }) => guideGroupTitle(guideId) === title);
  const position = siblings.findIndex(({ guideId }) => guideId === guide.guideId);
  const neighbor = (sibling: Guide | undefined) =>
    sibling === undefined ? undefined : { href: guideHref(sibling), text: sibling.title };
  return renderPage({
    site,
    path: guideHref(guide),
    title: guide.title,
    description: guide.description,
    section: title === "Certification" ? "certification" : "standards",
    scripts: diagramScripts(fragment),
    breadcrumb: [{ href: "/standards", text: "Standards" }, { text: title }, { text: guide.title }],
    tree: <StandardsTree site={site} index={index} currentGuide={guide.guideId} />,
    header: <PageHeader eyebrow={`${title} · Guide`} title={guide.title} lead={guide.description} />,
    aside: <TableOfContents entries={toc} />,
    children: [
      <article class="prose">{raw(fragment)}</article>,
      <Pager
        label="Previous and next guide"
        previous={neighbor(siblings[position - 1])}
        next={neighbor(siblings[position + 1])}
      />,
    ],
  });
}
