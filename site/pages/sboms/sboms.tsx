import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import { CYCLONEDX_VERSIONS } from "#core/sboms/checking/sbom-format.ts";
import type { SbomRecord } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { DemoMark } from "../../parts/frame/demo-mark.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { FilterForm, type FilterField, type FilterOption } from "./filter-form.tsx";
import { formatCount, ListPager, ListSummary } from "./list-pager.tsx";
import { isNarrowed, listHref, type ListPosition } from "./list-position.ts";

/** The published SBOMs, or those that were asked for. */
export interface SbomsPage {
  readonly site: SiteConfig;
  /** Last uploaded first. */
  readonly sboms: readonly SbomRecord[];
  /** Ids and titles of the profiles. */
  readonly profiles: readonly { readonly id: string; readonly title: string }[];
  readonly list: ListPosition;
}

/** What an SBOM can be to a profile: the value of `?result=` and its words. */
export const PROFILE_RESULTS: readonly FilterOption[] = [
  ["", "Any result"],
  ["satisfied", "Satisfied"],
  ["90", "At least 90 of 100"],
  ["75", "At least 75 of 100"],
  ["open", "Not satisfied"],
];

const FORMATS: readonly FilterOption[] = [
  ["", "Any format"],
  ["CycloneDX", "CycloneDX"],
  ...CYCLONEDX_VERSIONS.toReversed().map((version) => [`CycloneDX ${version}`, `CycloneDX ${version}`] as const),
  ["SPDX", "SPDX"],
  ...["3.0.1", "2.3", "2.2"].map((version) => [`SPDX ${version}`, `SPDX ${version}`] as const),
];

const COLUMNS: readonly Column[] = [
  { title: "Product", wide: true },
  { title: "Version" },
  { title: "Format" },
  { title: "Components", align: "number" },
  { title: "Published" },
  { title: "By" },
];

/** The list of published SBOMs. */
export function sbomsPage(props: SbomsPage): string {
  const { site, sboms, list, profiles } = props;
  return renderPage({
    site,
    path: "/sboms",
    title: "SBOMs",
    description: `Software bills of materials published by the ${site.community}.`,
    section: "sboms",
    demo: sboms.some(({ isDemo }) => isDemo),
    noindex: isNarrowed(list),
    alternates: [
      { type: "application/json", href: listHref("/sboms.json", list, list.page), title: "This list as JSON" },
    ],
    header: (
      <PageHeader
        title="SBOMs"
        lead="Software bills of materials: what is in a product, component by component, in the publisher’s own bytes."
      >
        <p>
          <a href="/check/sbom">Check an SBOM of your own</a> in the browser; nothing is uploaded.
        </p>
      </PageHeader>
    ),
    styles: [ASSETS["sboms.css"]],
    children: [
      <FilterForm action="/sboms" label="Product" fields={fieldsOf(profiles)} values={list.filters} />,
      sboms.length === 0 ? <NoSboms list={list} /> : <SbomTable {...props} />,
    ],
  });
}

function fieldsOf(profiles: SbomsPage["profiles"]): readonly FilterField[] {
  return [
    { name: "format", label: "Format", options: FORMATS },
    {
      name: "profile",
      label: "Profile",
      options: [["", "Any profile"], ...profiles.map(({ id, title }) => [id, title] as const)],
    },
    { name: "result", label: "Result", options: PROFILE_RESULTS },
  ];
}

function SbomTable({ site, sboms, list }: SbomsPage) {
  return (
    <>
      <ListSummary list={list} noun={list.total === 1 ? "SBOM" : "SBOMs"} path="/sboms" />
      <DataTable caption="Published SBOMs" columns={COLUMNS} rows={sboms.map((sbom) => sbomRow(sbom, site))} stacks />
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
      sbom.publishers.join(", "),
    ],
  };
}

function NoSboms({ list }: { list: ListPosition }) {
  if (isNarrowed(list) || list.page > 1) {
    return (
      <EmptyState title="No such SBOM">
        <p>
          No published SBOM fits. <a href="/sboms">Show all.</a>
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
