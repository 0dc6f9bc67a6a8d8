import type { SiteConfig } from "#core/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { DateText } from "../parts/date-text.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { PageHeader } from "../parts/page-header.tsx";
import { PhaseMark } from "../parts/phase-mark.tsx";
import type { StandardsIndex, VersionEntry } from "../standards-index.ts";

/** The log of decisions. */
export interface DecisionsPage {
  readonly site: SiteConfig;
  /** All documents; the page picks the decision records. */
  readonly index: StandardsIndex;
}

/** All decision records: what was decided, in which area, and whether it stands. */
export function decisionsPage({ site, index }: DecisionsPage): string {
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
        <DecisionTable decisions={decisions} />
      ),
  });
}

function DecisionTable({ decisions }: { decisions: readonly { entry: VersionEntry; area: string }[] }) {
  return (
    <DataTable
      caption="Decision records"
      stacks
      columns={[
        { title: "Record" },
        { title: "Decision", wide: true },
        { title: "Area" },
        { title: "Status" },
        { title: "Decided on" },
      ]}
      rows={decisions.map(({ entry: { document, href, label, phase }, area }) => ({
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
