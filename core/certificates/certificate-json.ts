import type { Certificate, CertificateEvent } from "./certificate.ts";
import { statusPagePath } from "./certificate-credential.ts";
import { statusAt } from "./status.ts";

/** Who reads: the public sees the life of a granted certificate, the parties to it see everything. */
export type Audience = "public" | "parties";

/** A certificate at an instant as the API describes it. Announced steps are told; past ones are never hidden again. */
export function certificateJson(certificate: Certificate, instant: Date, audience: Audience): Record<string, unknown> {
  const { id, subject, scope, version, regions, isDemo, events } = certificate;
  const { state, isValid, since, term, nextChange } = statusAt(certificate, instant);
  const shown = audience === "parties" ? events : publicEvents(events);
  return {
    id,
    subject,
    scope,
    version,
    regions,
    demo: isDemo,
    state,
    valid: isValid,
    since: since?.toISOString(),
    validFrom: term?.validFrom.toISOString(),
    validUntil: term?.validUntil.toISOString(),
    nextChange: nextChange?.toISOString(),
    page: `/certificates/${id}`,
    statusPage: statusPagePath(certificate),
    events: shown.map((event) => eventJson(event, audience)),
  };
}

/** A revoked certificate as the revocation list describes it (SCS-0004, regulation 7). */
export function revocationJson(certificate: Certificate, instant: Date): Record<string, unknown> {
  const { id, subject, scope, version, isDemo } = certificate;
  const { since, event, term } = statusAt(certificate, instant);
  return {
    id,
    subject,
    scope,
    version,
    demo: isDemo,
    revokedAt: since?.toISOString(),
    reason: event?.reason,
    by: event?.by,
    validFrom: term?.validFrom.toISOString(),
    validUntil: term?.validUntil.toISOString(),
    page: `/certificates/${id}`,
  };
}

/** What is about the certificate as such; how the application went is between operator and certification body. */
export function publicEvents(events: readonly CertificateEvent[]): readonly CertificateEvent[] {
  return events.filter(({ kind }) => kind !== "applied" && kind !== "questioned" && kind !== "rejected");
}

function eventJson(event: CertificateEvent, audience: Audience): Record<string, unknown> {
  const { at, recordedAt, ...facts } = event;
  const json: Record<string, unknown> = { ...facts, at: at.toISOString(), recordedAt: recordedAt.toISOString() };
  if (event.kind === "granted" || event.kind === "renewed") {
    json["validFrom"] = event.validFrom.toISOString();
    json["validUntil"] = event.validUntil.toISOString();
  }
  // Documentation handed in for manual checks may be confidential.
  if (event.kind === "checked" && audience === "public") delete json["evidence"];
  return json;
}
