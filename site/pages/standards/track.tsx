import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { NumbersTable } from "../../parts/standards/numbers-table.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { PhaseLegend } from "../../parts/standards/phase-mark.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import type { StandardsIndex, TrackEntry } from "../../standards-index.ts";

/** One track on one day. */
export interface TrackPage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  readonly track: TrackEntry;
  /** The calendar day that decides what is in force: `2026-11-20`. */
  readonly today: string;
  /** Value of `?sort=`: `number` or `title`, with `-` before it the other way round. */
  readonly sort?: string | undefined;
}

/** The numbers of one track. */
export function trackPage({ site, index, track: { track, href, numbers }, today, sort }: TrackPage): string {
  const description = track.description === "" ? undefined : track.description;
  return renderPage({
    site,
    path: href,
    title: `${track.id} standards`,
    description,
    section: "standards",
    alternates: [
      { type: "application/json", href: `${href}.json`, title: `${track.id} documents as JSON` },
      { type: "application/atom+xml", href: `${href}/feed.xml`, title: `Changes of ${track.id} documents` },
    ],
    breadcrumb: [{ href: "/standards", text: "Standards" }, { text: track.id }],
    tree: <StandardsTree site={site} index={index} currentTrack={track.id} />,
    header: (
      <PageHeader eyebrow="Track" title={track.id} lead={description}>
        <PhaseLegend />
      </PageHeader>
    ),
    children: (
      <NumbersTable caption={`${track.id} documents`} numbers={numbers} today={today} sorting={{ href, sort }} />
    ),
  });
}
