import type { BadgeFace } from "#core/badges/face.ts";
import type { StandingCertificate } from "#core/compliance/certificates/current-certificate.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { CertificateMark } from "../../parts/clouds/certificate-state.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";
import { FACE_STATUS } from "./verdict.ts";

/** A cloud of a provider, with how it stands in every scope that it takes part in. */
export interface ProviderCloud {
  readonly subject: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly regions: readonly string[] | undefined;
  readonly links: readonly { readonly rel: string; readonly href: string }[] | undefined;
  readonly standings: readonly {
    readonly alias: string;
    readonly name: string;
    readonly face: BadgeFace;
    readonly certificate: StandingCertificate | undefined;
  }[];
}

/** An SBOM that an account of the provider uploaded. */
export interface ProviderSbom {
  readonly id: string;
  readonly product: string | null;
  readonly version: string | null;
  readonly format: string;
  readonly componentCount: number;
  /** ISO instant. */
  readonly uploadedAt: string;
}

/** A company and everything that is known here of its clouds. */
export interface ProviderPage {
  readonly site: SiteConfig;
  readonly provider: {
    readonly id: string;
    readonly name: string;
    readonly url?: string | undefined;
    readonly demo?: boolean | undefined;
  };
  readonly clouds: readonly ProviderCloud[];
  readonly sboms: readonly ProviderSbom[];
}

/** The page of a provider: its clouds, what they hold, their badges, its SBOMs. */
export function providerPage({ site, provider, clouds, sboms }: ProviderPage): string {
  const path = `/certification/providers/${provider.id}`;
  return renderPage({
    site,
    path,
    title: provider.name,
    description: `The clouds of ${provider.name}: what is certified, what the tests say now, and their SBOMs.`,
    section: "certification",
    demo: provider.demo ?? false,
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: provider.name }],
    alternates: [{ type: "application/json", href: `${path}.json`, title: "This page as JSON" }],
    header: (
      <PageHeader eyebrow="Provider" title={provider.name}>
        <Facts
          facts={[
            {
              term: "Website",
              value: provider.url === undefined ? undefined : <a href={provider.url}>{hostOf(provider.url)}</a>,
            },
            { term: "Clouds", value: String(clouds.length) },
          ]}
        />
      </PageHeader>
    ),
    children: [
      ...clouds.map((cloud) => <Cloud cloud={cloud} />),
      sboms.length === 0 ? null : <Sboms sboms={sboms} timeZone={site.timeZone} />,
    ],
  });
}

const STANDING_COLUMNS: readonly Column[] = [
  { title: "Scope", wide: true },
  { title: "Standing" },
  { title: "Certificate" },
  { title: "Badge" },
];

function Cloud({ cloud }: { cloud: ProviderCloud }) {
  const { subject, name, description, regions, links, standings } = cloud;
  const id = `cloud-${subject}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {description === undefined ? null : <p>{description}</p>}
      <Facts
        facts={[
          { term: "Subject", value: <code>{subject}</code> },
          { term: "Regions", value: regions?.join(", ") },
          { term: "Links", value: links === undefined || links.length === 0 ? undefined : <Links links={links} /> },
        ]}
      />
      {standings.length === 0 ? (
        <EmptyState title="Takes part in no scope yet">
          <p>Scopes appear here with the first report, or when the provider names them.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${name} in every scope`}
          columns={STANDING_COLUMNS}
          rows={standings.map((standing) => toRow(subject, standing))}
          stacks
        />
      )}
    </section>
  );
}

function Links({ links }: { links: NonNullable<ProviderCloud["links"]> }) {
  return (
    <>
      {links.map(({ rel, href }, index) => (
        <>
          {index === 0 ? "" : ", "}
          <a href={href}>{rel}</a>
        </>
      ))}
    </>
  );
}

function toRow(subject: string, { alias, name, face, certificate }: ProviderCloud["standings"][number]): Row {
  return {
    cells: [
      <a href={`/certification/${subject}/${alias}`}>{name}</a>,
      <StatusMark status={FACE_STATUS[face.kind]} word={face.message} />,
      certificate === undefined ? null : (
        <>
          <a href={`/certificates/${certificate.certificate.id}`}>{certificate.certificate.id}</a>{" "}
          <CertificateMark status={certificate.status} />
        </>
      ),
      <a href={`/badges/${subject}/${alias}/embed`}>
        <img src={`/badges/${subject}/${alias}.svg`} alt={`${face.label}: ${face.message}`} height={20} />
      </a>,
    ],
  };
}

const SBOM_COLUMNS: readonly Column[] = [
  { title: "Product", wide: true },
  { title: "Version" },
  { title: "Format" },
  { title: "Components", align: "number" },
  { title: "Uploaded" },
];

function Sboms({ sboms, timeZone }: { sboms: readonly ProviderSbom[]; timeZone: string }) {
  return (
    <section aria-labelledby="sboms">
      <h2 id="sboms">SBOMs</h2>
      <DataTable
        caption="SBOMs of this provider, the newest first"
        columns={SBOM_COLUMNS}
        rows={sboms.map(({ id, product, version, format, componentCount, uploadedAt }) => ({
          cells: [
            <a href={`/sboms/${id}`}>{product ?? id}</a>,
            version,
            format,
            String(componentCount),
            <InstantText instant={uploadedAt} timeZone={timeZone} />,
          ],
        }))}
        stacks
      />
    </section>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
