import type { Child } from "hono/jsx";

import type { BadgeFace } from "#core/badges/face.ts";
import { CLOUD_COLUMN_KEYS, type CloudColumnKey, type DescribedCloud } from "#core/compliance/monitor/cloud-columns.ts";

import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { DemoMark } from "../../parts/frame/demo-mark.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { GuideLinks } from "../../parts/standards/guide-links.tsx";
import { Pager } from "../../parts/pager.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { SearchBox } from "../../parts/frame/search-box.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";
import { FACE_STATUS } from "./verdict.ts";

/** A scope as a column of the table. */
export interface ScopeColumn {
  readonly alias: string;
  readonly name: string;
}

/** How a cloud stands in a scope, and the page that says more; undefined where it does not take part. */
export type CloudVerdict = { readonly face: BadgeFace; readonly href: string } | undefined;

/** A cloud as a row: one verdict per scope. */
export interface CloudEntry extends DescribedCloud {
  /** Names the page of its provider; undefined where it has none. */
  readonly providerId: string | undefined;
  readonly isDemo: boolean;
  readonly isCertified: boolean;
  readonly verdicts: readonly CloudVerdict[];
  /** The accounts of a group, each as a row below; empty for a single subject. */
  readonly members: readonly { readonly subject: string; readonly verdicts: readonly CloudVerdict[] }[];
}

/** The overview of clouds. */
export interface CertificationPage {
  readonly site: StatedSite;
  readonly scopes: readonly ScopeColumn[];
  readonly clouds: readonly CloudEntry[];
  /** What the list is searched for; empty for all. */
  readonly search: string;
  /** Whether the list begins here. */
  readonly isFirst: boolean;
  /** The rest of the list; undefined at its end. */
  readonly nextHref: string | undefined;
}

/** Every cloud and how it stands in every scope. */
export function certificationPage(page: CertificationPage): string {
  const { site, scopes, clouds, search, isFirst, nextHref } = page;
  return renderPage({
    site,
    path: "/certification",
    title: "Certification",
    description: `Which clouds pass the tests of the ${site.community} standards, as of now.`,
    section: "certification",
    demo: clouds.some(({ isDemo }) => isDemo),
    noindex: search !== "" || !isFirst,
    alternates: [{ type: "application/json", href: "/certification.json", title: "This table as JSON" }],
    header: (
      <PageHeader
        title="Certification"
        lead="Clouds prove with signed test reports that they conform to the standards. A result counts for a limited time; this table says how things stand now."
      >
        <GuideLinks site={site} group="Certification" />
      </PageHeader>
    ),
    children: [
      scopes.length === 0 ? null : <ScopeList scopes={scopes} />,
      <SearchBox action="/certification" label="Find a cloud" query={search} placeholder="Name, provider or subject" />,
      <Clouds scopes={scopes} clouds={clouds} search={search} isFirst={isFirst} />,
      <Pager
        label="Parts of the list"
        previous={isFirst ? undefined : { text: "First clouds", href: firstHref(search) }}
        next={nextHref === undefined ? undefined : { text: "More clouds", href: nextHref }}
      />,
    ],
  });
}

function ScopeList({ scopes }: { scopes: readonly ScopeColumn[] }) {
  return (
    <p>
      What is tested:{" "}
      {scopes.map(({ alias, name }, index) => (
        <>
          {index === 0 ? "" : ", "}
          <a href={`/certification/scopes/${alias}`}>{name}</a>
        </>
      ))}
      .
    </p>
  );
}

function firstHref(search: string): string {
  return search === "" ? "/certification" : `/certification?q=${encodeURIComponent(search)}`;
}

function Clouds({
  scopes,
  clouds,
  search,
  isFirst,
}: Pick<CertificationPage, "scopes" | "clouds" | "search" | "isFirst">) {
  if (clouds.length === 0 && !isFirst) return <EmptyState title="No further clouds" />;
  if (clouds.length === 0) {
    return search === "" ? (
      <EmptyState title="No cloud has reported yet">
        <p>Clouds appear here with their provider file or their first accepted report.</p>
      </EmptyState>
    ) : (
      <EmptyState title={`No cloud matches “${search}”`}>
        <p>
          <a href="/certification">Show all clouds</a>
        </p>
      </EmptyState>
    );
  }
  const certified = clouds.filter(({ isCertified }) => isCertified);
  const others = clouds.filter(({ isCertified }) => !isCertified);
  return (
    <>
      <CloudList id="certified" title="Certified clouds" scopes={scopes} clouds={certified} />
      <CloudList
        id="tested"
        title={certified.length === 0 ? "Tested clouds" : "Tested, not certified"}
        scopes={scopes}
        clouds={others}
      />
    </>
  );
}

interface CloudListProps {
  readonly id: string;
  readonly title: string;
  readonly scopes: readonly ScopeColumn[];
  readonly clouds: readonly CloudEntry[];
}

function CloudList({ id, title, scopes, clouds }: CloudListProps) {
  if (clouds.length === 0) return null;
  const columns: readonly Column[] = [
    ...COLUMNS.map(({ column }) => column),
    ...scopes.map(({ name }) => ({ title: name })),
  ];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <DataTable
        caption={`${title}, scope by scope`}
        columns={columns}
        rows={clouds.flatMap((cloud) => toRows(cloud, scopes))}
        stacks
      />
    </section>
  );
}

/** A column of the page, and its cell for a cloud. */
interface CloudColumn {
  readonly column: Column;
  readonly cell: (cloud: CloudEntry) => Child;
}

/** One for each column that there is of clouds, in the same order. */
const CELLS: Readonly<Record<CloudColumnKey, CloudColumn>> = {
  name: { column: { title: "Cloud", wide: true }, cell: CloudName },
  description: { column: { title: "Description", wide: true }, cell: ({ description }) => description },
  operator: { column: { title: "Provider" }, cell: ProviderName },
};

const COLUMNS: readonly CloudColumn[] = CLOUD_COLUMN_KEYS.map((key) => CELLS[key]);

function toRows(cloud: CloudEntry, scopes: readonly ScopeColumn[]): readonly Row[] {
  const cellsOf = (own: readonly CloudVerdict[]) =>
    own.map((verdict, index) => <Verdict verdict={verdict} scope={scopes[index]?.name ?? ""} />);
  const row = {
    id: `cloud-${cloud.subject}`,
    cells: [...COLUMNS.map(({ cell }) => cell(cloud)), ...cellsOf(cloud.verdicts)],
  };
  // Without ids: a member may be described by itself as well.
  const memberRows = cloud.members.map((member) => {
    const cell = (
      <>
        <span aria-hidden="true">↳ </span>
        <code>{member.subject}</code>
      </>
    );
    return { isSub: true, cells: [cell, ...COLUMNS.slice(1).map(() => null), ...cellsOf(member.verdicts)] };
  });
  return [row, ...memberRows];
}

function CloudName({ subject, name, isDemo }: CloudEntry) {
  return (
    <>
      {name} {isDemo ? <DemoMark /> : null}
      {name === subject ? null : (
        <>
          {" "}
          <small>
            <code>{subject}</code>
          </small>
        </>
      )}
    </>
  );
}

function ProviderName({ operator, providerId }: CloudEntry) {
  return providerId === undefined ? <>{operator}</> : <a href={`/certification/providers/${providerId}`}>{operator}</a>;
}

function Verdict({ verdict, scope }: { verdict: CloudVerdict; scope: string }) {
  if (verdict === undefined) return <span class="hidden-text">does not take part</span>;
  const { face, href } = verdict;
  return (
    <>
      <span class="stack-label" aria-hidden="true">
        {scope}
      </span>
      <a href={href}>
        <StatusMark status={FACE_STATUS[face.kind]} word={face.message} />
      </a>
    </>
  );
}
