import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { StandingCertificate } from "#core/compliance/certificates/current-certificate.ts";
import type { ManualCheck } from "#core/compliance/certificates/manual-checks.ts";
import { announcedAt } from "#core/compliance/certificates/read-log.ts";
import { statusAt, wasGranted } from "#core/compliance/certificates/status.ts";

import { AnnouncedSteps } from "../../parts/announced-steps.tsx";
import { CertificateMark } from "../../parts/clouds/certificate-state.tsx";
import { DataTable, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { ManualChecksTable } from "../../parts/clouds/manual-checks.tsx";

/** The certificates of a cloud in a scope. */
export interface CloudCertificate {
  readonly current: StandingCertificate | undefined;
  readonly certificates: readonly Certificate[];
  readonly manualChecks: readonly ManualCheck[];
  readonly instant: Date;
  readonly timeZone: string;
}

/** The certificate with its dates, those before it, and what is to be checked by hand; nothing where none was granted. */
export function CertificateSection({ current, certificates, manualChecks, instant, timeZone }: CloudCertificate) {
  if (current === undefined) return null;
  const granted = certificates.filter((certificate) => wasGranted(certificate, instant));
  // The one that the page speaks of comes first.
  const rows = [current.certificate, ...granted.filter(({ id }) => id !== current.certificate.id)];
  const columns = ["Certificate", "Version", "Covers", "Begins", "Ends", "State"].map((title) => ({ title }));
  return (
    <section aria-labelledby="certificate">
      <h2 id="certificate">{rows.length === 1 ? "Certificate" : "Certificates"}</h2>
      <DataTable
        caption="Certificates of this cloud"
        columns={columns}
        rows={rows.map((certificate) => toRow(certificate, instant, timeZone))}
        stacks
      />
      <AnnouncedSteps announced={granted.flatMap(({ events }) => announcedAt(events, instant))} timeZone={timeZone} />
      {manualChecks.length === 0 ? null : (
        <>
          <h3>Manual checks</h3>
          <ManualChecksTable checks={manualChecks} timeZone={timeZone} />
        </>
      )}
    </section>
  );
}

function toRow(certificate: Certificate, instant: Date, timeZone: string): Row {
  const { id, version, regions } = certificate;
  const status = statusAt(certificate, instant);
  const { term, state, since } = status;
  const end = state === "revoked" ? since : term?.validUntil;
  return {
    cells: [
      <a href={`/certificates/${id}`}>{id}</a>,
      version,
      regions.length === 0 ? "the whole cloud" : regions.join(", "),
      term === undefined ? null : <InstantText instant={term.validFrom} timeZone={timeZone} />,
      end === undefined ? null : <InstantText instant={end} timeZone={timeZone} />,
      <CertificateMark status={status} />,
    ],
  };
}
