import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import { mediaTypeOf } from "#core/sboms/checking/sbom-format.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Facts, type Fact } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";
import { Components, type ComponentsProps } from "./components.tsx";
import { SbomFindings } from "./findings.tsx";
import { formatCount } from "./list-pager.tsx";
import { isNarrowed, listHref } from "./list-position.ts";
import { SbomProfiles, type SbomProfilesProps } from "./profiles.tsx";
import { dependenciesHref, titleOfSbom } from "./sbom-names.ts";
import { ComponentsOverview } from "./summary.tsx";
import { History, Versions, type VersionsProps } from "./versions.tsx";

/** One SBOM with one page of its components. */
export interface SbomPage extends ComponentsProps, VersionsProps, SbomProfilesProps {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
}

/** The page of one SBOM. */
export function sbomPage(props: SbomPage): string {
  const { site, sbom, list, summary, history } = props;
  const title = titleOfSbom(sbom);
  const path = `/sboms/${sbom.id}`;
  return renderPage({
    site,
    path,
    title,
    description: `Software bill of materials of ${title}: ${formatCount(sbom.componentCount)} components.`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: isNarrowed(list) || list.page > 1 || props.order !== undefined || props.chosenProfile !== undefined,
    breadcrumb: [{ href: "/sboms", text: "SBOMs" }, { text: sbom.subject?.name ?? `SBOM ${sbom.id}` }],
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
      <ComponentsOverview path={path} summary={summary} total={sbom.componentCount} />,
      <SbomFindings sbom={sbom} />,
      <Components {...props} />,
      <Versions {...props} />,
      <History site={site} sbomId={sbom.id} history={history} />,
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
    { term: "Published by", value: sbom.publishers.join(", ") },
    { term: "Package URL", value: sbom.subject?.purl === undefined ? undefined : <code>{sbom.subject.purl}</code> },
    {
      term: sbom.format.name === "SPDX" ? "Namespace" : "Serial number",
      value: sbom.serialNumber === undefined ? undefined : <code>{sbom.serialNumber}</code>,
    },
    { term: "Document version", value: sbom.version },
    { term: "SHA-256", value: <code>{sbom.sha256}</code> },
    {
      term: "Original",
      value: (
        <>
          <a href={`/sboms/${sbom.id}/raw`}>Download ({formatCount(sbom.sizeBytes)} bytes)</a>,{" "}
          <a href={`/sboms/${sbom.id}/source`}>read</a>
        </>
      ),
    },
    { term: "Dependencies", value: <a href={dependenciesHref(sbom.id)}>Tree and graph</a> },
  ];
}

function Validity({ warnings }: { warnings: number }) {
  if (warnings === 0) return <StatusMark status="pass" word="Valid" />;
  const word = warnings === 1 ? "Valid, 1 warning" : `Valid, ${formatCount(warnings)} warnings`;
  return <StatusMark status="warn" word={word} />;
}
