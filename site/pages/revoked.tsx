import type { Certificate } from "#core/certificates/certificate.ts";
import { statusAt } from "#core/certificates/status.ts";
import type { SiteConfig } from "#core/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { DataTable, type Column, type Row } from "../parts/data-table.tsx";
import { InstantText } from "../parts/date-text.tsx";
import { DemoMark } from "../parts/demo-mark.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { PageHeader } from "../parts/page-header.tsx";

/** The revocation list (SCS-0004, regulation 7). */
export interface RevokedPage {
  readonly site: SiteConfig;
  /** Certificates that are revoked at the instant. */
  readonly certificates: readonly Certificate[];
  readonly instant: Date;
}

const COLUMNS: readonly Column[] = [
  { title: "Certificate" },
  { title: "Cloud" },
  { title: "Scope" },
  { title: "Revoked" },
  { title: "Reason", wide: true },
];

/** Every certificate that was revoked, with the day and the reason. */
export function revokedPage({ site, certificates, instant }: RevokedPage): string {
  return renderPage({
    site,
    path: "/certificates/revoked",
    title: "Revoked certificates",
    description: "The public revocation list: certificates that were revoked, when and why.",
    section: "certification",
    demo: certificates.some(({ isDemo }) => isDemo),
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      { href: "/certificates", text: "Certificates" },
      { text: "Revoked" },
    ],
    alternates: [{ type: "application/json", href: "/certificates/revoked.json", title: "This list as JSON" }],
    header: (
      <PageHeader
        eyebrow="Certification"
        title="Revoked certificates"
        lead="A certificate on this list must not be shown any more. A single failing test does not put one here."
      />
    ),
    children:
      certificates.length === 0 ? (
        <EmptyState title="No revoked certificate">
          <p>No certificate is revoked.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Revoked certificates"
          columns={COLUMNS}
          rows={certificates.map((certificate) => toRow(certificate, instant, site.timeZone))}
          stacks
        />
      ),
  });
}

function toRow(certificate: Certificate, instant: Date, timeZone: string): Row {
  const { id, subject, scope, version, isDemo } = certificate;
  const { since, event } = statusAt(certificate, instant);
  return {
    cells: [
      <a href={`/certificates/${id}`}>{id}</a>,
      <>
        {subject} {isDemo ? <DemoMark /> : null}
      </>,
      `${scope.name} ${version}`,
      since === undefined ? null : <InstantText instant={since} timeZone={timeZone} />,
      event?.reason ?? null,
    ],
  };
}
