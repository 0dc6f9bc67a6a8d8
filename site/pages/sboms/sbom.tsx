import type { SiteConfig } from "#core/publishing/site-config.ts";
import { mediaTypeOf } from "#core/sboms/sbom-format.ts";
import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";
import type { ComponentRecord, SbomDetail } from "#core/sboms/sbom-record.ts";

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
    children: [<SbomProfiles {...props} />, <SbomFindings sbom={sbom} />, <Components {...props} path={path} />],
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
