import type { Certificate } from "#core/certificates/certificate.ts";
import { statusAt } from "#core/certificates/status.ts";
import type { SiteConfig } from "#core/publishing/site-config.ts";

import { renderPage } from "../page.tsx";
import { CertificateMark } from "../parts/certificate-state.tsx";
import { DataTable, type Column, type Row } from "../parts/data-table.tsx";
import { InstantText } from "../parts/date-text.tsx";
import { DemoMark } from "../parts/demo-mark.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { PageHeader } from "../parts/page-header.tsx";

/** All certificates that were ever granted, the newest first. */
export interface CertificatesPage {
  readonly site: SiteConfig;
  readonly certificates: readonly Certificate[];
  /** The moment that the page speaks of. */
  readonly instant: Date;
}

const COLUMNS: readonly Column[] = [
  { title: "Certificate" },
  { title: "Cloud" },
  { title: "Scope", wide: true },
  { title: "Begins" },
  { title: "Ends" },
  { title: "State" },
];

/** The public log of certificates: when each began and when it ended. */
export function certificatesPage({ site, certificates, instant }: CertificatesPage): string {
  return renderPage({
    site,
    path: "/certificates",
    title: "Certificates",
    description: "Every certificate that was granted, with its beginning and its end.",
    section: "certification",
    demo: certificates.some(({ isDemo }) => isDemo),
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: "Certificates" }],
    alternates: [{ type: "application/json", href: "/certificates.json", title: "This list as JSON" }],
    header: (
      <PageHeader
        eyebrow="Certification"
        title="Certificates"
        lead="Every certificate that was granted, with its beginning and its end. It lasts one year unless it is renewed."
      />
    ),
    children: [
      <p>
        <a href="/certificates/revoked">Revoked certificates</a> · <a href="/verify">Verify a certificate</a>
      </p>,
      certificates.length === 0 ? (
        <EmptyState title="No certificate yet">
          <p>Certificates appear here on the day that they are granted.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Certificates, the newest first"
          columns={COLUMNS}
          rows={certificates.map((certificate) => toRow(certificate, instant, site.timeZone))}
          stacks
        />
      ),
    ],
  });
}

function toRow(certificate: Certificate, instant: Date, timeZone: string): Row {
  const { id, subject, scope, version, isDemo } = certificate;
  const status = statusAt(certificate, instant);
  const { term, state, since } = status;
  // A revoked certificate ended with its revocation, whatever its term was.
  const end = state === "revoked" ? since : term?.validUntil;
  return {
    cells: [
      <a href={`/certificates/${id}`}>{id}</a>,
      <>
        {subject} {isDemo ? <DemoMark /> : null}
      </>,
      `${scope.name} ${version}`,
      term === undefined ? null : <InstantText instant={term.validFrom} timeZone={timeZone} />,
      end === undefined ? null : <InstantText instant={end} timeZone={timeZone} />,
      <CertificateMark status={status} />,
    ],
  };
}
