import type { Certificate, CertificateEvent } from "./certificate.ts";
import { readLog } from "./read-log.ts";
import { statusAt } from "./status.ts";

/** A time in which a certificate could be shown, or was suspended. */
export interface CertificatePeriod {
  readonly id: string;
  readonly version: string;
  readonly state: "valid" | "suspended";
  readonly from: Date;
  /** The end, excluded. */
  readonly to: Date;
}

/**
 * When certificates were valid or suspended within a period, certificate by certificate. One that was entered later than
 * its term began is told from the beginning of its term.
 */
export function certificatePeriods(
  certificates: readonly Certificate[],
  { from, to }: { readonly from: Date; readonly to: Date },
): readonly CertificatePeriod[] {
  return certificates.flatMap((certificate) => {
    const { id, version } = certificate;
    const events = readLog(certificate.events).counting.flatMap(fromTerm);
    const found: CertificatePeriod[] = [];
    for (let at: Date | undefined = from; at !== undefined && at < to;) {
      const { isValid, state, nextChange } = statusAt({ events }, at);
      const end: Date = nextChange !== undefined && nextChange < to ? nextChange : to;
      const kind = isValid ? "valid" : state === "suspended" ? "suspended" : undefined;
      const last = found.at(-1);
      if (kind !== undefined && last?.state === kind && last.to.getTime() === at.getTime()) {
        found[found.length - 1] = { ...last, to: end };
      } else if (kind !== undefined) found.push({ id, version, state: kind, from: at, to: end });
      // A loop over time always advances, whatever a log says.
      at = nextChange !== undefined && nextChange > at ? nextChange : undefined;
    }
    return found;
  });
}

/** Steps before the grant say nothing of validity; the grant counts from the day that it names. */
function fromTerm(event: CertificateEvent): readonly CertificateEvent[] {
  switch (event.kind) {
    case "applied":
    case "questioned":
    case "rejected":
    case "withdrawn":
      return [];
    case "granted":
      return [{ ...event, at: event.validFrom < event.at ? event.validFrom : event.at }];
    case "renewed":
    case "suspended":
    case "reinstated":
    case "revoked":
    case "checked":
    case "approved":
      return [event];
  }
}
