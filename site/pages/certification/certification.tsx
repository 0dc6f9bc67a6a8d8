import type { BadgeFace } from "#core/badges/face.ts";
import type { SiteConfig } from "#core/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { DemoMark } from "../../parts/demo-mark.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { FACE_STATUS } from "./verdict.ts";

/** A scope as a column of the table. */
export interface ScopeColumn {
  readonly alias: string;
  readonly name: string;
}

/** A cloud as a row: one verdict per scope, undefined where it does not take part. */
export interface CloudRow {
  readonly subject: string;
  readonly name: string;
  readonly provider: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly isDemo: boolean;
  readonly verdicts: readonly (BadgeFace | undefined)[];
}

/** The overview of clouds. */
export interface CertificationPage {
  readonly site: SiteConfig;
  readonly scopes: readonly ScopeColumn[];
  readonly clouds: readonly CloudRow[];
  /** What the list is searched for; empty for all. */
  readonly search: string;
}

/** Every cloud and how it stands in every scope. */
export function certificationPage({ site, scopes, clouds, search }: CertificationPage): string {
  return renderPage({
    site,
    path: "/certification",
    title: "Certification",
    description: `Which clouds pass the tests of the ${site.community} standards, as of now.`,
    section: "certification",
    demo: clouds.some(({ isDemo }) => isDemo),
    noindex: search !== "",
    alternates: [{ type: "application/json", href: "/certification.json", title: "This table as JSON" }],
    header: (
      <PageHeader
        title="Certification"
        lead="Clouds prove with signed test reports that they conform to the standards. A result counts for a limited time; this table says how things stand now."
      />
    ),
    children: [
      scopes.length === 0 ? null : <ScopeList scopes={scopes} />,
      <SearchBox action="/certification" label="Find a cloud" query={search} placeholder="Name, provider or subject" />,
      <Clouds scopes={scopes} clouds={clouds} search={search} />,
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

function Clouds({ scopes, clouds, search }: Pick<CertificationPage, "scopes" | "clouds" | "search">) {
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
  const columns: readonly Column[] = [
    { title: "Cloud", wide: true },
    { title: "Provider" },
    ...scopes.map(({ name }) => ({ title: name })),
  ];
  return (
    <DataTable caption="Clouds and their certification" columns={columns} rows={clouds.map(toRow(scopes))} stacks />
  );
}

function toRow(scopes: readonly ScopeColumn[]): (cloud: CloudRow) => Row {
  return ({ subject, name, provider, isDemo, verdicts }) => ({
    id: `cloud-${subject}`,
    cells: [
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
      </>,
      provider?.name ?? null,
      ...scopes.map(({ alias }, index) => (
        <Verdict href={`/certification/${subject}/${alias}`} face={verdicts[index]} />
      )),
    ],
  });
}

function Verdict({ href, face }: { href: string; face: BadgeFace | undefined }) {
  if (face === undefined) return <span class="hidden-text">does not take part</span>;
  return (
    <a href={href}>
      <StatusMark status={FACE_STATUS[face.kind]} word={face.message} />
    </a>
  );
}
