import type { Certificate, CertificateEvent, Term } from "./certificate.ts";
import { currentTermAt, gapsAt, termsAt } from "./current-term.ts";
import { statusPagePath } from "./certificate-credential.ts";
import { announcedAt, readLog, takenUntil } from "./read-log.ts";
import { statusAt } from "./status.ts";

/** Who reads: the public sees the life of a granted certificate, the parties to it see everything. */
export type Audience = "public" | "parties";

/** A certificate at an instant as the API describes it: what happened, and apart from it what is announced. */
export function certificateJson(certificate: Certificate, instant: Date, audience: Audience): Record<string, unknown> {
  const { id, subject, scope, version, regions, isDemo, events } = certificate;
  const { state, isValid, since, term, nextChange } = statusAt(certificate, instant);
  const currentTerm = currentTermAt(certificate, instant);
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
    term: currentTerm === undefined ? undefined : termJson(currentTerm),
    terms: termsAt(certificate, instant).map(termJson),
    gaps: gapsAt(certificate, instant).map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    nextChange: nextChange?.toISOString(),
    page: `/certificates/${id}`,
    statusPage: statusPagePath(certificate),
    events: audience === "parties" ? wholeLog(events) : publicEvents(events, instant).map(publicEvent),
    announced: announcedAt(events, instant).map(announcedJson),
  };
}

function termJson({ validFrom, validUntil }: Term): Record<string, unknown> {
  return { validFrom: validFrom.toISOString(), validUntil: validUntil.toISOString() };
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

/**
 * What happened up to an instant, as far as it is about the certificate as such; how the application went is between
 * operator and certification body.
 */
export function publicEvents(events: readonly CertificateEvent[], instant: Date): readonly CertificateEvent[] {
  return takenUntil(events, instant).filter(
    ({ kind }) => kind !== "applied" && kind !== "questioned" && kind !== "rejected" && kind !== "withdrawn",
  );
}

/** The parties see every step, and which of the announced ones never took effect. */
function wholeLog(events: readonly CertificateEvent[]): readonly Record<string, unknown>[] {
  const { undone } = readLog(events);
  return events.map((event) => {
    const undoing = undone.get(event.number);
    return { ...eventJson(event), ...(undoing === undefined ? {} : { undone: undoing }) };
  });
}

/** Documentation handed in for manual checks may be confidential. */
function publicEvent(event: CertificateEvent): Record<string, unknown> {
  const { evidence, ...json } = eventJson(event);
  return event.kind === "checked" || evidence === undefined ? json : { ...json, evidence };
}

/** What is to come and why, without what it will rest on or lead to: that is told when it is so. */
function announcedJson({ number, kind, at, recordedAt, by, reason }: CertificateEvent): Record<string, unknown> {
  return { number, kind, at: at.toISOString(), recordedAt: recordedAt.toISOString(), by, reason };
}

function eventJson(event: CertificateEvent): Record<string, unknown> {
  const { at, recordedAt, ...facts } = event;
  const json: Record<string, unknown> = { ...facts, at: at.toISOString(), recordedAt: recordedAt.toISOString() };
  if (event.kind === "granted" || event.kind === "renewed") {
    json["validFrom"] = event.validFrom.toISOString();
    json["validUntil"] = event.validUntil.toISOString();
  }
  return json;
}
