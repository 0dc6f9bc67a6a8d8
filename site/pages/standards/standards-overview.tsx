import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { NumbersTable, type NumbersSorting } from "../../parts/standards/numbers-table.tsx";
import { filterIndex, OverviewFilter, overviewHref, readPhaseFilter } from "../../parts/standards/overview-filter.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { PhaseLegend } from "../../parts/standards/phase-mark.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import type { StandardsIndex } from "../../standards-index.ts";

/** The overview of all standards on one day. */
export interface StandardsOverviewPage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  /** The calendar day that decides what is in force: `2026-11-20`. */
  readonly today: string;
  /** Value of `?status=`; other words than `effective`, `draft` and `deprecated` mean all. */
  readonly status?: string | undefined;
  /** Value of `?sort=`: `number` or `title`, with `-` before it the other way round. */
  readonly sort?: string | undefined;
}

/** All numbers by track, with the versions that are draft, effective and deprecated today. */
export function standardsOverviewPage({ site, index, today, status, sort }: StandardsOverviewPage): string {
  const phase = readPhaseFilter(status);
  return renderPage({
    site,
    path: "/standards",
    title: "Standards",
    description: `All standards of the ${site.community} community and what is in force today.`,
    section: "standards",
    alternates: [
      { type: "application/json", href: "/standards.json", title: "All documents as JSON" },
      { type: "application/ld+json", href: "/standards.jsonld", title: "Linked data" },
      { type: "application/atom+xml", href: "/feed.xml", title: "Changes of all documents" },
    ],
    tree: <StandardsTree site={site} index={index} isOverview />,
    header: (
      <PageHeader
        title="Standards"
        lead={`Every document of the ${site.community} community, by track, and which version is in force today.`}
      >
        <PhaseLegend />
        <p>
          <a href="/requirements">What the standards in force demand, and what tests it</a>
        </p>
      </PageHeader>
    ),
    children:
      index.length === 0 ? (
        <NothingPublished />
      ) : (
        <>
          <OverviewFilter index={index} phase={phase} />
          {filterIndex(index, phase).map((entry) => (
            <TrackTable entry={entry} today={today} sorting={{ href: overviewHref(phase), sort }} />
          ))}
        </>
      ),
  });
}

function TrackTable(props: { entry: StandardsIndex[number]; today: string; sorting: NumbersSorting }) {
  const { entry, today, sorting } = props;
  const { track, href, numbers } = entry;
  return (
    <section class="track" aria-labelledby={`track-${href.split("/").at(-1)}`}>
      <h2 id={`track-${href.split("/").at(-1)}`}>
        <a href={href}>{track.id}</a>
      </h2>
      {track.description === "" ? null : <p class="track-description">{track.description}</p>}
      <NumbersTable caption={`${track.id} documents`} numbers={numbers} today={today} sorting={sorting} />
    </section>
  );
}

function NothingPublished() {
  return (
    <EmptyState title="Nothing is published yet">
      <p>
        <code>stele publish DIRECTORY --to URL</code> publishes a folder of documents here.
      </p>
    </EmptyState>
  );
}
