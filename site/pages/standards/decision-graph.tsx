import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { decisionGraph, layOutGraph, type GraphNode, type GraphRow, type GraphScope } from "../../decision-graph.ts";
import { renderPage } from "../../page.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { GraphDrawing } from "../../parts/standards/graph-drawing.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import type { StandardsIndex } from "../../standards-index.ts";

/** How decisions, standards and scopes hang together. */
export interface DecisionGraphPage {
  readonly site: SiteConfig;
  readonly index: StandardsIndex;
  readonly scopes: readonly GraphScope[];
}

/** From the decision to the certificate: as a drawing, and as a table that says the same. */
export function decisionGraphPage({ site, index, scopes }: DecisionGraphPage): string {
  const rows = decisionGraph(index, scopes);
  return renderPage({
    site,
    path: "/decisions/graph",
    title: "From decision to certificate",
    description: "Which decisions the standards rest on, and which certificate scopes demand them.",
    section: "decisions",
    styles: [ASSETS["graph.css"]],
    breadcrumb: [{ href: "/decisions", text: "Decisions" }, { text: "Graph" }],
    header: (
      <PageHeader
        title="From decision to certificate"
        lead="Decisions on the left, the standards that are linked with them in the middle, the scopes that demand the standards on the right."
      />
    ),
    children:
      rows.length === 0 ? (
        <EmptyState title="Nothing is connected yet">
          <p>A standard appears here once it links to a decision, or a scope includes it.</p>
        </EmptyState>
      ) : (
        [
          <GraphDrawing layout={layOutGraph(rows)} label="Decisions, standards and scopes" />,
          <GraphTable rows={rows} />,
        ]
      ),
  });
}

function GraphTable({ rows }: { rows: readonly GraphRow[] }) {
  return (
    <DataTable
      caption="Standards with their decisions and scopes"
      columns={[{ title: "Standard" }, { title: "Decisions", wide: true }, { title: "Demanded by" }]}
      rows={rows.map(({ standard, decisions, scopes }) => ({
        id: standard.key,
        cells: [links([standard]), links(decisions), links(scopes)],
      }))}
    />
  );
}

function links(nodes: readonly GraphNode[]) {
  if (nodes.length === 0) return null;
  return (
    <ul class="plain-list">
      {nodes.map(({ href, number, title }) => (
        <li>
          <a href={href}>{`${number} ${title}`.trim()}</a>
        </li>
      ))}
    </ul>
  );
}
