import type { Certificate } from "./certificate.ts";
import { takenUntil } from "./read-log.ts";
import { statusAt, wasGranted, type CertificateStatus } from "./status.ts";

/** A certificate with what it is worth at an instant. */
export interface StandingCertificate {
  readonly certificate: Certificate;
  readonly status: CertificateStatus;
}

/**
 * The certificate of a subject in a scope that pages and badges speak of at an instant: a valid one before a suspended
 * one, this before one that is over; among equals the one that was granted last. Undefined where none was ever granted.
 */
export function currentCertificate(
  certificates: readonly Certificate[],
  subject: string,
  scopeUuid: string,
  instant: Date,
): StandingCertificate | undefined {
  const [first] = certificates
    .filter((one) => one.subject === subject && one.scope.uuid === scopeUuid && wasGranted(one, instant))
    .map((certificate) => ({ certificate, status: statusAt(certificate, instant) }))
    .sort((a, b) => rank(a) - rank(b) || grantedAt(b, instant) - grantedAt(a, instant));
  return first;
}

function rank({ status: { isValid, state } }: StandingCertificate): number {
  if (isValid) return 0;
  return state === "suspended" ? 1 : 2;
}

/** A renewal that is announced gives no precedence before its instant. */
function grantedAt({ certificate }: StandingCertificate, instant: Date): number {
  const taken = takenUntil(certificate.events, instant);
  return taken.findLast(({ kind }) => kind === "granted" || kind === "renewed")?.at.getTime() ?? 0;
}
