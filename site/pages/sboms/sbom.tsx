import type { SiteConfig } from "#core/publishing/site-config.ts";
import { mediaTypeOf } from "#core/sboms/sbom-format.ts";
import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { ComponentRecord, SbomDetail, SbomRecord } from "#core/sboms/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Facts, type Fact } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { SbomFindings } from "./findings.tsx";
import { formatCount, ListPager, ListSummary } from "./list-pager.tsx";
import { SbomProfiles } from "./profiles.tsx";
import { listHref, type ListPosition } from "./list-position.ts";

/** One SBOM with one page of its components. */
export interface SbomPage {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
  readonly components: readonly ComponentRecord[];
  readonly list: ListPosition;
  /** Other SBOMs of the same product, the last uploaded first. */
  readonly related: readonly SbomRecord[];
  /** What every profile says. */
  readonly profiles: readonly ProfileJson[];
  /** The profile whose rules are shown; undefined for none. */
  readonly chosenProfile: ProfileJson | undefined;
}

const COLUMNS: readonly Column[] = [
  { title: "Component", wide: true },
  { title: "Version" },
  { title: "Type" },
  { title: "License", wide: true },
  { title: "Package URL", wide: true },
];

const RELATED_COLUMNS: readonly Column[] = [
  { title: "Product version", wide: true },
  { title: "Document version" },
  { title: "Published" },
  { title: "Difference" },
];

/** The page of one SBOM. */
export function sbomPage(props: SbomPage): string {
  const { site, sbom, list } = props;
  const name = sbom.subject?.name ?? `SBOM ${sbom.id}`;
  const title = [name, sbom.subject?.version].filter((part) => part !== undefined).join(" ");
  const path = `/sboms/${sbom.id}`;
  return renderPage({
    site,
    path,
    title,
    description: `Software bill of materials of ${title}: ${formatCount(sbom.componentCount)} components.`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: list.search !== "" || list.page > 1 || props.chosenProfile !== undefined,
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { text: name }],
    alternates: [
      { type: "application/json", href: listHref(`${path}.json`, list, list.page), title: "This page as JSON" },
      { type: mediaTypeOf(sbom.format), href: `${path}/raw`, title: "The SBOM as it was published" },
    ],
    header: (
      <PageHeader eyebrow={`${sbom.format.name} ${sbom.format.version} · Bill of materials`} title={title}>
        <Facts facts={factsOf(sbom, site)} />
      </PageHeader>
    ),
    styles: [ASSETS["sboms.css"]],
    children: [
      <SbomProfiles {...props} />,
      <SbomFindings sbom={sbom} />,
      <Components {...props} path={path} />,
      <Related {...props} />,
    ],
  });
}

function factsOf(sbom: SbomDetail, site: SiteConfig): readonly Fact[] {
  const { findingCounts: counts } = sbom;
  return [
    { term: "Components", value: formatCount(sbom.componentCount) },
    { term: "Validity", value: <Validity warnings={counts.warning} /> },
    {
      term: "Made",
      value: sbom.madeAt === undefined ? undefined : <InstantText instant={sbom.madeAt} timeZone={site.timeZone} />,
    },
    { term: "Published", value: <InstantText instant={sbom.uploadedAt} timeZone={site.timeZone} /> },
    { term: "Published by", value: sbom.uploadedBy },
    { term: "Package URL", value: sbom.subject?.purl === undefined ? undefined : <code>{sbom.subject.purl}</code> },
    {
      term: sbom.format.name === "SPDX" ? "Namespace" : "Serial number",
      value: sbom.serialNumber === undefined ? undefined : <code>{sbom.serialNumber}</code>,
    },
    { term: "Document version", value: sbom.version },
    { term: "SHA-256", value: <code>{sbom.sha256}</code> },
    { term: "Original", value: <a href={`/sboms/${sbom.id}/raw`}>Download ({formatCount(sbom.sizeBytes)} bytes)</a> },
  ];
}

function Validity({ warnings }: { warnings: number }) {
  if (warnings === 0) return <StatusMark status="pass" word="Valid" />;
  const word = warnings === 1 ? "Valid, 1 warning" : `Valid, ${formatCount(warnings)} warnings`;
  return <StatusMark status="warn" word={word} />;
}

function Components({ sbom, components, list, path }: SbomPage & { path: string }) {
  return (
    <section aria-labelledby="components">
      <h2 id="components">Components</h2>
      {sbom.componentCount === 0 ? (
        <EmptyState title="No components">
          <p>The document lists none.</p>
        </EmptyState>
      ) : (
        <>
          <SearchBox action={path} label="Name or package URL" query={list.search} />
          <ListSummary list={list} noun={list.total === 1 ? "component" : "components"} />
          {components.length === 0 ? null : (
            <DataTable caption="Table of components" columns={COLUMNS} rows={components.map(componentRow)} />
          )}
          <ListPager label="Pages of the components" path={path} list={list} />
        </>
      )}
    </section>
  );
}

function Related({ site, sbom, related }: SbomPage) {
  if (related.length === 0) return null;
  const rows = related.map((other): Row => {
    // The one that was made later stands on the right.
    const isEarlier = other.uploadedAt < sbom.uploadedAt;
    const [from, to] = isEarlier ? [other.id, sbom.id] : [sbom.id, other.id];
    return {
      cells: [
        <a href={`/sboms/${other.id}`}>{other.subject?.version ?? `SBOM ${other.id}`}</a>,
        other.version ?? null,
        <InstantText instant={other.uploadedAt} timeZone={site.timeZone} />,
        <a href={`/sboms/${from}/diff/${to}`}>Compare</a>,
      ],
    };
  });
  return (
    <section aria-labelledby="related">
      <h2 id="related">Other SBOMs of this product</h2>
      <DataTable caption="SBOMs of the same product, with comparisons" columns={RELATED_COLUMNS} rows={rows} />
    </section>
  );
}

function componentRow({ number, type, group, name, version, purl, licenses }: ComponentRecord): Row {
  return {
    id: `component-${number}`,
    cells: [
      group === undefined || group === "" ? name : `${group}/${name}`,
      version === undefined || version === "" ? null : version,
      type,
      licenses.length === 0 ? null : licenses.join(", "),
      purl === undefined ? null : <code>{purl}</code>,
    ],
  };
}
