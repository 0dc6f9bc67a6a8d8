import type { Child } from "hono/jsx";

import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { statusAt } from "#core/compliance/certificates/status.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { CertificateMark } from "../../parts/clouds/certificate-state.tsx";
import { DataTable, type Column } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { DemoMark } from "../../parts/frame/demo-mark.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Pager } from "../../parts/pager.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";

/** A list of certificates, the newest first. */
export interface CertificatesPage {
  readonly site: SiteConfig;
  readonly certificates: readonly Certificate[];
  /** Whether the list begins here. */
  readonly isFirst: boolean;
  /** The rest of the list; undefined at its end. */
  readonly nextHref: string | undefined;
  /** The moment that the page speaks of. */
  readonly instant: Date;
}

/** The public log of certificates: when each began and when it ended. */
export function certificatesPage(props: CertificatesPage): string {
  return listPage(props, {
    path: "/certificates",
    title: "Certificates",
    description: "Every certificate that was granted, with its beginning and its end.",
    lead: "Every certificate that was granted, with its beginning and its end. It lasts one year unless it is renewed.",
    intro: (
      <p>
        <a href="/certificates/revoked">Revoked certificates</a> · <a href="/verify">Verify a certificate</a> ·{" "}
        <a href="/certificates/feed.xml">Atom feed</a>
      </p>
    ),
    empty: { title: "No certificate yet", text: "Certificates appear here on the day that they are granted." },
    columns: [{ title: "Begins" }, { title: "Ends" }, { title: "State" }],
    cells: (certificate, when) => {
      const status = statusAt(certificate, props.instant);
      const { term, state, since } = status;
      // A revoked certificate ended with its revocation, whatever its term was.
      return [
        when(term?.validFrom),
        when(state === "revoked" ? since : term?.validUntil),
        <CertificateMark status={status} />,
      ];
    },
  });
}

/** The revocation list (SCS-0004, regulation 7): every certificate that is revoked, with the day and the reason. */
export function revokedPage(props: CertificatesPage): string {
  return listPage(props, {
    path: "/certificates/revoked",
    title: "Revoked certificates",
    description: "The public revocation list: certificates that were revoked, when and why.",
    lead: "A certificate on this list must not be shown any more. A single failing test does not put one here.",
    empty: { title: "No revoked certificate", text: "No certificate is revoked." },
    columns: [{ title: "Revoked" }, { title: "Reason", wide: true }],
    cells: (certificate, when) => {
      const { since, event } = statusAt(certificate, props.instant);
      return [when(since), event?.reason ?? null];
    },
  });
}

/** What is different between lists of certificates. */
interface ListTexts {
  readonly path: "/certificates" | "/certificates/revoked";
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly intro?: Child;
  readonly empty: { readonly title: string; readonly text: string };
  /** Columns after certificate, cloud and scope. */
  readonly columns: readonly Column[];
  readonly cells: (certificate: Certificate, when: (instant: Date | undefined) => Child) => readonly Child[];
}

function listPage({ site, certificates, isFirst, nextHref }: CertificatesPage, texts: ListTexts): string {
  const { path, title, description, lead, intro, empty, columns, cells } = texts;
  const when = (instant: Date | undefined) =>
    instant === undefined ? null : <InstantText instant={instant} timeZone={site.timeZone} />;
  const parents = path === "/certificates" ? [] : [{ href: "/certificates", text: "Certificates" }];
  return renderPage({
    site,
    path,
    title,
    description,
    section: "certification",
    demo: certificates.some(({ isDemo }) => isDemo),
    noindex: !isFirst,
    breadcrumb: [{ href: "/certification", text: "Certification" }, ...parents, { text: title }],
    alternates: [
      { type: "application/json", href: `${path}.json`, title: "This list as JSON" },
      { type: "application/atom+xml", href: "/certificates/feed.xml", title: "What becomes of certificates" },
    ],
    header: <PageHeader eyebrow="Certification" title={title} lead={lead} />,
    children: [
      intro,
      certificates.length === 0 ? (
        <EmptyState title={empty.title}>
          <p>{empty.text}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={`${title}, the newest first`}
          columns={[{ title: "Certificate" }, { title: "Cloud" }, { title: "Scope" }, ...columns]}
          rows={certificates.map((certificate) => ({
            cells: [...identify(certificate), ...cells(certificate, when)],
          }))}
          stacks
        />
      ),
      <Pager
        label="Parts of the list"
        previous={isFirst ? undefined : { text: "Newest certificates", href: path }}
        next={nextHref === undefined ? undefined : { text: "Older certificates", href: nextHref }}
      />,
    ],
  });
}

function identify({ id, subject, scope, version, isDemo }: Certificate): readonly Child[] {
  return [
    <a href={`/certificates/${id}`}>{id}</a>,
    <>
      {subject} {isDemo ? <DemoMark /> : null}
    </>,
    `${scope.name} ${version}`,
  ];
}
