import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { DateText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { PhaseMark } from "../../parts/standards/phase-mark.tsx";
import { readSort, sortLink, sortRows, type SortOrder } from "../../parts/sort-order.ts";
import type { StandardsIndex, VersionEntry } from "../../standards-index.ts";

/** The log of decisions. */
export interface DecisionsPage {
  readonly site: SiteConfig;
  /** All documents; the page picks the decision records. */
  readonly index: StandardsIndex;
  /** Value of `?sort=`; other words than the columns mean the order of the numbers. */
  readonly sort?: string | undefined;
}

/** All decision records: what was decided, in which area, and whether it stands. */
export function decisionsPage({ site, index, sort }: DecisionsPage): string {
  const decisions = index.flatMap(({ track, numbers }) =>
    numbers.flatMap(({ versions }) =>
      versions
        .filter(({ document }) => document.type === "Decision Record")
        .map((entry) => ({ entry, area: track.id })),
    ),
  );
  return renderPage({
    site,
    path: "/decisions",
    title: "Decisions",
    description: `The decision records of the ${site.community} community: what was decided and why.`,
    section: "decisions",
    alternates: [{ type: "application/json", href: "/decisions.json", title: "Decisions as JSON" }],
    header: (
      <PageHeader
        title="Decisions"
        lead="What was decided, and why. A record is not changed once it stands; a later one replaces it."
      >
        <p>
          <a href="/decisions/graph">From decision to certificate: what rests on what</a>
        </p>
      </PageHeader>
    ),
    children:
      decisions.length === 0 ? (
        <EmptyState title="No decision records yet">
          <p>Documents of type “Decision Record” are listed here as soon as they are published.</p>
        </EmptyState>
      ) : (
        <DecisionTable decisions={decisions} order={readSort(sort, SORT_KEYS)} />
      ),
  });
}

interface Decision {
  readonly entry: VersionEntry;
  readonly area: string;
}

const SORT_KEYS = ["number", "title", "area", "status", "date"] as const;
type SortKey = (typeof SORT_KEYS)[number];

function sortValue({ entry: { document, phase }, area }: Decision, key: SortKey): string | undefined {
  const values: Record<SortKey, string | undefined> = {
    number: document.documentId,
    title: document.title,
    area,
    status: phase,
    date: document.stabilizedAt,
  };
  return values[key];
}

function DecisionTable({
  decisions,
  order,
}: {
  decisions: readonly Decision[];
  order: SortOrder<SortKey> | undefined;
}) {
  const sort = (key: SortKey) => sortLink("/decisions", key, order);
  return (
    <DataTable
      caption="Decision records"
      stacks
      columns={[
        { title: "Record", sort: sort("number") },
        { title: "Decision", wide: true, sort: sort("title") },
        { title: "Area", sort: sort("area") },
        { title: "Status", sort: sort("status") },
        { title: "Decided on", sort: sort("date") },
      ]}
      rows={sortRows(decisions, order, sortValue).map(({ entry: { document, href, label, phase }, area }) => ({
        id: document.documentId,
        cells: [
          <a class="number-link" href={href}>
            {document.number} {label}
          </a>,
          <>
            <a class="title-link" href={href}>
              {document.title}
            </a>
            {document.description === undefined ? null : <span class="supplement-line">{document.description}</span>}
          </>,
          area,
          <PhaseMark phase={phase} />,
          document.stabilizedAt === undefined ? null : <DateText date={document.stabilizedAt} />,
        ],
      }))}
    />
  );
}
