import { raw } from "hono/html";

import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import { renderPage } from "../../page.tsx";
import { DateText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Pager, type Neighbor } from "../../parts/pager.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";
import type { ReleaseEntry } from "./releases.tsx";

/** One release. */
export interface ReleasePage {
  readonly site: SiteConfig;
  readonly release: ReleaseEntry;
  /** The rendered and sanitized notes, put in as they are. */
  readonly fragment: string;
  readonly toc: readonly TocEntry[];
  /** The bill of materials, where there is one. */
  readonly sbom?: { readonly href: string; readonly text: string } | undefined;
  /** What changed in it since the release before. */
  readonly sbomDiff?: { readonly href: string; readonly text: string } | undefined;
  readonly older?: Neighbor | undefined;
  readonly newer?: Neighbor | undefined;
}

/** The notes of one release. */
export function releasePage({ site, release, fragment, toc, sbom, sbomDiff, older, newer }: ReleasePage): string {
  return renderPage({
    site,
    path: release.href,
    title: release.title,
    description: release.description,
    section: "releases",
    breadcrumb: [{ href: "/releases", text: "Releases" }, { text: release.version }],
    header: (
      <PageHeader eyebrow={`${release.version} · Release notes`} title={release.title} lead={release.description}>
        <Facts
          facts={[
            {
              term: "Released",
              value: release.releasedAt === undefined ? undefined : <DateText date={release.releasedAt} />,
            },
            { term: "Bill of materials", value: sbom === undefined ? undefined : <a href={sbom.href}>{sbom.text}</a> },
            {
              term: "Difference",
              value: sbomDiff === undefined ? undefined : <a href={sbomDiff.href}>{sbomDiff.text}</a>,
            },
          ]}
        />
      </PageHeader>
    ),
    aside: <TableOfContents entries={toc} />,
    children: [
      <article class="prose">{raw(fragment)}</article>,
      <Pager label="Older and newer release" previous={older} next={newer} />,
    ],
  });
}
