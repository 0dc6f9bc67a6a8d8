/** What is a certificate worth at an instant? A fold over its log: the past never changes, the future is announced. */
import type { Certificate, CertificateEvent, Term } from "./certificate.ts";
import { readLog } from "./read-log.ts";

/** Where a certificate stands. `renewed` is granted for a further term. */
export type CertificateState =
  | "none"
  | "applied"
  | "questioned"
  | "rejected"
  | "withdrawn"
  | "granted"
  | "renewed"
  | "suspended"
  | "revoked"
  | "expired";

/** What a certificate is worth at an instant. */
export interface CertificateStatus {
  readonly state: CertificateState;
  /** Whether the certificate may be shown: granted or renewed, and within its term. */
  readonly isValid: boolean;
  /** The state holds since this instant; undefined for `none`. */
  readonly since: Date | undefined;
  /** From the beginning of its uninterrupted validity to its end; undefined before it is granted. */
  readonly term: Term | undefined;
  /** The step that led to the state; undefined for `none`. */
  readonly event: CertificateEvent | undefined;
  /** The earliest later instant at which anything above changes by what is known today; undefined for never. */
  readonly nextChange: Date | undefined;
}

const NOTHING: CertificateStatus = {
  state: "none",
  isValid: false,
  since: undefined,
  term: undefined,
  event: undefined,
  nextChange: undefined,
};

/** The status at an instant: that of the newest recorded statement about it. */
export function statusAt({ events }: Pick<Certificate, "events">, instant: Date): CertificateStatus {
  const { counting } = readLog(events);
  let status = NOTHING;
  for (const event of counting) {
    if (event.at <= instant) status = take(expire(status, event.at), event);
  }
  const expired = expire(status, instant);
  const isValid = (expired.state === "granted" || expired.state === "renewed") && hasBegun(expired, instant);
  return { ...expired, isValid, nextChange: nextChangeOf(expired, counting, instant) };
}

/** Whether the certificate was ever granted up to an instant: applications alone are nobody's business. */
export function wasGranted({ events }: Pick<Certificate, "events">, instant: Date): boolean {
  return readLog(events).counting.some((event) => event.kind === "granted" && event.at <= instant);
}

function take(before: CertificateStatus, event: CertificateEvent): CertificateStatus {
  const to = (state: CertificateState, term = before.term): CertificateStatus => ({
    ...before,
    state,
    since: event.at,
    term,
    event,
  });
  switch (event.kind) {
    case "applied":
    case "questioned":
    case "rejected":
    case "withdrawn":
    case "suspended":
    case "revoked":
      return to(event.kind);
    case "granted":
      return to("granted", { validFrom: event.validFrom, validUntil: event.validUntil });
    case "renewed": {
      const continues = before.term !== undefined && event.validFrom <= before.term.validUntil;
      const validFrom = continues ? before.term.validFrom : event.validFrom;
      return to("renewed", { validFrom, validUntil: event.validUntil });
    }
    case "reinstated":
      return to("granted");
    case "checked":
    case "approved":
      return before; // they tell about the subject, the certificate stands as it did
  }
}

/** A term ends by itself; a revoked certificate stays revoked. */
function expire(status: CertificateStatus, instant: Date): CertificateStatus {
  const { state, term } = status;
  const runs = state === "granted" || state === "renewed" || state === "suspended";
  if (!runs || term === undefined || instant < term.validUntil) return status;
  return { ...status, state: "expired", since: term.validUntil };
}

function hasBegun({ term }: CertificateStatus, instant: Date): boolean {
  return term !== undefined && instant >= term.validFrom;
}

function nextChangeOf(
  { state, term }: CertificateStatus,
  events: readonly CertificateEvent[],
  instant: Date,
): Date | undefined {
  const runs = state === "granted" || state === "renewed" || state === "suspended";
  // A term that was renewed ahead begins when the one before it ends.
  const begins = events.flatMap((event) => (event.kind === "renewed" && event.at <= instant ? [event.validFrom] : []));
  const instants = [
    ...events.map((event) => event.at),
    ...(runs ? begins : []),
    ...(runs && term !== undefined ? [term.validFrom, term.validUntil] : []),
  ].filter((candidate) => candidate > instant);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants.map((candidate) => candidate.getTime())));
}
