/** How long a status page outlives its certificate (SCS-0004, regulation 4). */
import type { Calendar } from "#core/base/time/calendar.ts";
import type { Certificate } from "./certificate.ts";
import { statusAt, wasGranted } from "./status.ts";
import { addMonths } from "./term.ts";

/** How long status page and content outlive a certificate, in months after its end. */
export const RETENTION_MONTHS = { pageOnline: 3, contentKept: 12 } as const;

/** The instants until which a status page must be online and its content must be kept, both excluded. */
export function retentionOf(
  endOfValidity: Date,
  calendar: Calendar,
): { readonly onlineUntil: Date; readonly keptUntil: Date } {
  const date = calendar.dateOf(endOfValidity);
  return {
    onlineUntil: calendar.startOf(addMonths(date, RETENTION_MONTHS.pageOnline)),
    keptUntil: calendar.startOf(addMonths(date, RETENTION_MONTHS.contentKept)),
  };
}

/**
 * Whether a status page is shown. `online`: it must be. `kept`: the certificate ended more than three months ago, the
 * content is still there for a successor. `gone`: nobody may rely on it any more, and nothing is shown.
 */
export type Presence =
  | { readonly kind: "online" }
  | { readonly kind: "kept"; readonly endedAt: Date; readonly until: Date }
  | { readonly kind: "gone"; readonly endedAt: Date };

/**
 * The presence of a status page, given the certificates of one subject and scope, and when it changes by itself. A cloud
 * whose results count is shown whatever became of its certificates, and one that never had any needs no end.
 */
export function presenceAt(
  certificates: readonly Certificate[],
  {
    instant,
    calendar,
    isReporting,
  }: { readonly instant: Date; readonly calendar: Calendar; readonly isReporting: boolean },
): { readonly presence: Presence; readonly changesAt: Date | undefined } {
  const granted = certificates.filter((certificate) => wasGranted(certificate, instant));
  const ends = granted.map((certificate) => endOf(certificate, instant));
  const endedAt = ends.includes(undefined) ? undefined : latest(ends.filter((end) => end !== undefined));
  if (isReporting || endedAt === undefined) return { presence: { kind: "online" }, changesAt: undefined };
  const { onlineUntil, keptUntil } = retentionOf(endedAt, calendar);
  if (instant < onlineUntil) return { presence: { kind: "online" }, changesAt: onlineUntil };
  if (instant < keptUntil) return { presence: { kind: "kept", endedAt, until: keptUntil }, changesAt: keptUntil };
  return { presence: { kind: "gone", endedAt }, changesAt: undefined };
}

/** When a certificate ended: with its term, or with its revocation; undefined while it runs. */
function endOf(certificate: Certificate, instant: Date): Date | undefined {
  const { state, since } = statusAt(certificate, instant);
  return state === "expired" || state === "revoked" ? since : undefined;
}

function latest(instants: readonly Date[]): Date | undefined {
  return instants.length === 0 ? undefined : new Date(Math.max(...instants.map((instant) => instant.getTime())));
}
