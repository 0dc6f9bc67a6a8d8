import type { Certificate } from "./certificate.ts";
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

/** When certificates were valid or suspended within a period, certificate by certificate. */
export function certificatePeriods(
  certificates: readonly Certificate[],
  { from, to }: { readonly from: Date; readonly to: Date },
): readonly CertificatePeriod[] {
  return certificates.flatMap((certificate) => {
    const { id, version } = certificate;
    const found: CertificatePeriod[] = [];
    for (let at: Date | undefined = from; at !== undefined && at < to;) {
      const { isValid, state, nextChange } = statusAt(certificate, at);
      const end: Date = nextChange !== undefined && nextChange < to ? nextChange : to;
      const kind = isValid ? "valid" : state === "suspended" ? "suspended" : undefined;
      const last = found.at(-1);
      if (kind !== undefined && last?.state === kind && last.to.getTime() === at.getTime()) {
        found[found.length - 1] = { ...last, to: end };
      } else if (kind !== undefined) found.push({ id, version, state: kind, from: at, to: end });
      at = nextChange;
    }
    return found;
  });
}
