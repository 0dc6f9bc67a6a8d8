import type { SiteConfig } from "#core/publishing/site-config.ts";
import type { SbomRecord } from "#core/sboms/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { DemoMark } from "../../parts/demo-mark.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { formatCount, ListPager, ListSummary } from "./list-pager.tsx";
import { listHref, type ListPosition } from "./list-position.ts";

/** The published SBOMs, or those that a search found. */
export interface SbomsPage {
  readonly site: SiteConfig;
  /** Last uploaded first. */
  readonly sboms: readonly SbomRecord[];
  readonly list: ListPosition;
}

const COLUMNS: readonly Column[] = [
  { title: "Product", wide: true },
  { title: "Version" },
  { title: "Format" },
  { title: "Components", align: "number" },
  { title: "Published" },
  { title: "By" },
];

/** The list of published SBOMs. */
export function sbomsPage({ site, sboms, list }: SbomsPage): string {
  return renderPage({
    site,
    path: "/sboms",
    title: "SBOMs",
    description: `Software bills of materials published by the ${site.community}.`,
    section: "sboms",
    demo: sboms.some(({ isDemo }) => isDemo),
    noindex: list.search !== "",
    alternates: [
      { type: "application/json", href: listHref("/sboms.json", list, list.page), title: "This list as JSON" },
    ],
    header: (
      <PageHeader
        title="SBOMs"
        lead="Software bills of materials: what is in a product, component by component, in the publisher’s own bytes."
      />
    ),
    styles: [ASSETS["sboms.css"]],
    children: [
      <SearchBox action="/sboms" label="Product" query={list.search} />,
      sboms.length === 0 ? <NoSboms search={list.search} /> : <SbomTable site={site} sboms={sboms} list={list} />,
    ],
  });
}

function SbomTable({ site, sboms, list }: SbomsPage) {
  return (
    <>
      <ListSummary list={list} noun={list.total === 1 ? "SBOM" : "SBOMs"} />
      <DataTable caption="Published SBOMs" columns={COLUMNS} rows={sboms.map((sbom) => sbomRow(sbom, site))} />
      <ListPager label="Pages of the list" path="/sboms" list={list} />
    </>
  );
}

function sbomRow(sbom: SbomRecord, site: SiteConfig): Row {
  return {
    id: `sbom-${sbom.id}`,
    cells: [
      <>
        <a href={`/sboms/${sbom.id}`}>{sbom.subject?.name ?? `SBOM ${sbom.id}`}</a> {sbom.isDemo ? <DemoMark /> : null}
      </>,
      sbom.subject?.version ?? null,
      `${sbom.format.name} ${sbom.format.version}`,
      formatCount(sbom.componentCount),
      <InstantText instant={sbom.uploadedAt} timeZone={site.timeZone} />,
      sbom.uploadedBy,
    ],
  };
}

function NoSboms({ search }: { search: string }) {
  if (search !== "") {
    return (
      <EmptyState title="No such SBOM">
        <p>
          No published SBOM describes a product with “{search}” in its name. <a href="/sboms">Show all.</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No SBOM yet">
      <p>
        Accounts publish CycloneDX or SPDX JSON with <code>POST /api/v1/sboms</code>. <code>stele sbom check</code> says
        beforehand whether a file is valid.
      </p>
    </EmptyState>
  );
}
