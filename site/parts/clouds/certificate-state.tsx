import type { CertificateState, CertificateStatus } from "#core/compliance/certificates/status.ts";

import { StatusMark, type Status } from "../standards/status-mark.tsx";

/** How each state looks and what it is called. */
export const CERTIFICATE_STATES: Readonly<
  Record<CertificateState, { readonly status: Status; readonly word: string }>
> = {
  none: { status: "unknown", word: "Unknown" },
  applied: { status: "draft", word: "Applied for" },
  questioned: { status: "draft", word: "Applied for" },
  rejected: { status: "unknown", word: "Rejected" },
  withdrawn: { status: "unknown", word: "Withdrawn" },
  granted: { status: "pass", word: "Valid" },
  renewed: { status: "pass", word: "Valid, renewed" },
  suspended: { status: "warn", word: "Suspended" },
  revoked: { status: "revoked", word: "Revoked" },
  expired: { status: "expired", word: "Expired" },
};

/** The state of a certificate as a mark; one whose term is still to come says so. */
export function CertificateMark({ status: { state, isValid } }: { status: CertificateStatus }) {
  const { status, word } = CERTIFICATE_STATES[state];
  const isAhead = !isValid && (state === "granted" || state === "renewed");
  return isAhead ? <StatusMark status="draft" word="Not yet valid" /> : <StatusMark status={status} word={word} />;
}
