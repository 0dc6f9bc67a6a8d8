import { publicEvents } from "#core/compliance/certificates/certificate-json.ts";
import { newestDecision, statusPagePath } from "#core/compliance/certificates/certificate-credential.ts";
import type { Certificate, CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import type { ManualCheck } from "#core/compliance/certificates/manual-checks.ts";
import { gapsAt, termsAt } from "#core/compliance/certificates/current-term.ts";
import { announcedAt } from "#core/compliance/certificates/read-log.ts";
import { statusAt, type CertificateStatus } from "#core/compliance/certificates/status.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { AnnouncedSteps, STEP_TITLES } from "../../parts/announced-steps.tsx";
import { CERTIFICATE_STATES } from "../../parts/clouds/certificate-state.tsx";
import { DataTable, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { formatInstant } from "../../parts/format-date.ts";
import { ManualChecksTable } from "../../parts/clouds/manual-checks.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Verdict } from "../../parts/clouds/verdict.tsx";

/** One certificate at a moment. */
export interface CertificatePage {
  readonly site: SiteConfig;
  readonly certificate: Certificate;
  readonly manualChecks: readonly ManualCheck[];
  readonly instant: Date;
  /** Whether another moment than now was asked for. */
  readonly isPast: boolean;
}

/** What is certified, since when, by whom, and how it came about. */
export function certificatePage(props: CertificatePage): string {
  const { site, certificate, manualChecks, instant, isPast } = props;
  const { id, scope, version, isDemo } = certificate;
  const status = statusAt(certificate, instant);
  const { status: look, word } = CERTIFICATE_STATES[status.state];
  const sentence = describeStatus(certificate, status, site.timeZone);
  const path = `/certificates/${id}`;
  return renderPage({
    site,
    path,
    title: `Certificate ${id}`,
    description: sentence,
    section: "certification",
    demo: isDemo,
    noindex: isPast,
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      { href: "/certificates", text: "Certificates" },
      { text: id },
    ],
    alternates: [
      { type: "application/json", href: `${path}.json`, title: "This certificate as JSON" },
      { type: "application/vc", href: `${path}.vc`, title: "This certificate as verifiable credential" },
    ],
    header: (
      <PageHeader eyebrow={`${scope.name} ${version} · Certificate`} title={`Certificate ${id}`}>
        <Verdict status={look} word={isPast ? `${word} at the time asked for` : word}>
          {sentence}
        </Verdict>
        <CertificateFacts certificate={certificate} status={status} timeZone={site.timeZone} instant={instant} />
      </PageHeader>
    ),
    children: [
      <AnnouncedSteps announced={announcedAt(certificate.events, instant)} timeZone={site.timeZone} />,
      <Proof path={path} />,
      manualChecks.length === 0 ? null : <ManualChecks checks={manualChecks} timeZone={site.timeZone} />,
      <History events={publicEvents(certificate.events, instant)} timeZone={site.timeZone} />,
    ],
  });
}

/** Where the certificate stands, in one sentence. */
function describeStatus({ subject, scope, version }: Certificate, status: CertificateStatus, timeZone: string): string {
  const { state, isValid, since, term, event } = status;
  const what = `${subject} as ${scope.name} ${version}`;
  const certified = `${subject} is certified as ${scope.name} ${version}`;
  const on = (instant: Date | undefined) => (instant === undefined ? "" : formatInstant(instant, timeZone));
  switch (state) {
    case "granted":
    case "renewed":
      return isValid
        ? `${certified} until ${on(term?.validUntil)}.`
        : `${certified} from ${on(term?.validFrom)} on, not before.`;
    case "suspended":
      return `This certificate for ${what} is suspended since ${on(since)}: ${event?.reason ?? ""}`;
    case "revoked":
      return `This certificate for ${what} was revoked on ${on(since)}: ${event?.reason ?? ""}`;
    case "expired":
      return `This certificate for ${what} expired on ${on(since)}.`;
    case "none":
    case "applied":
    case "questioned":
    case "rejected":
    case "withdrawn":
      return `There is no certificate for ${what}.`;
  }
}

function CertificateFacts(props: {
  certificate: Certificate;
  status: CertificateStatus;
  timeZone: string;
  instant: Date;
}) {
  const { certificate, status, timeZone } = props;
  const { subject, scope, version, regions } = certificate;
  const instant = (value: Date) => <InstantText instant={value} timeZone={timeZone} />;
  const decision = newestDecision(certificate, props.instant);
  const terms = termsAt(certificate, props.instant).map(({ validFrom, validUntil }) => ({
    from: validFrom,
    to: validUntil,
  }));
  const gaps = gapsAt(certificate, props.instant);
  return (
    <Facts
      facts={[
        { term: "Cloud", value: <a href={statusPagePath(certificate)}>{subject}</a> },
        { term: "Scope", value: <a href={`/certification/scopes/${scope.alias}`}>{`${scope.name} ${version}`}</a> },
        { term: "Covers", value: regions.length === 0 ? "the whole cloud" : regions.join(", ") },
        { term: "Terms", value: terms.length < 2 ? undefined : <Terms terms={terms} timeZone={timeZone} /> },
        { term: "Not certified", value: gaps.length === 0 ? undefined : <Terms terms={gaps} timeZone={timeZone} /> },
        { term: "Valid from", value: status.term === undefined ? undefined : instant(status.term.validFrom) },
        { term: "Valid until", value: status.term === undefined ? undefined : instant(status.term.validUntil) },
        { term: "Decided by", value: decision?.by },
      ]}
    />
  );
}

function Terms({ terms, timeZone }: { terms: readonly { from: Date; to: Date }[]; timeZone: string }) {
  return (
    <>
      {terms.map(({ from, to }, index) => (
        <>
          {index === 0 ? null : <br />}
          <InstantText instant={from} timeZone={timeZone} /> to <InstantText instant={to} timeZone={timeZone} />
        </>
      ))}
    </>
  );
}

function Proof({ path }: { path: string }) {
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">Check it yourself</h2>
      <p>
        The certificate is a signed file that anybody can verify without asking us:{" "}
        <a href={`${path}.vc`} download>
          verifiable credential
        </a>
        ,{" "}
        <a href={`${path}.jwt`} download>
          the same as JSON Web Token
        </a>
        . <a href="/verify">Verify it in your browser</a>, or with <code>stele verify</code>.
      </p>
    </section>
  );
}

function ManualChecks({ checks, timeZone }: { checks: readonly ManualCheck[]; timeZone: string }) {
  return (
    <section aria-labelledby="manual-checks">
      <h2 id="manual-checks">Manual checks</h2>
      <ManualChecksTable checks={checks} timeZone={timeZone} />
    </section>
  );
}

function History({ events, timeZone }: { events: readonly CertificateEvent[]; timeZone: string }) {
  const rows = events.toReversed().map((event): Row => ({
    id: `event-${event.number}`,
    cells: [
      <InstantText instant={event.at} timeZone={timeZone} />,
      `${STEP_TITLES[event.kind]}${detailOf(event)}`,
      event.by,
      reasonOf(event),
    ],
  }));
  const columns = [{ title: "When" }, { title: "What" }, { title: "Who" }, { title: "Why", wide: true }];
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <DataTable caption="What happened, the newest first" columns={columns} rows={rows} stacks />
    </section>
  );
}

/** What the check said before a decision, and why the body decided against it, are as public as the reason. */
function reasonOf(event: CertificateEvent): string {
  if (event.kind !== "granted" && event.kind !== "renewed") return event.reason;
  const { preCheck, override } = event;
  if (preCheck === undefined) return event.reason;
  return override === undefined
    ? `${event.reason} ${preCheck}`
    : `${event.reason} Decided all the same: ${preCheck} ${override}`;
}

function detailOf(event: CertificateEvent): string {
  if (event.kind === "checked") return `: ${event.testcase} ${event.outcome}`;
  return event.kind === "approved" ? `: ${event.testcase} (${event.value === 0 ? "ABORT" : "FAIL"})` : "";
}
