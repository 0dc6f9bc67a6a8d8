/** The years of a certificate, each by itself: what it is valid for at an instant, and the gaps between them. */
import type { Certificate, Term } from "./certificate.ts";
import { takenUntil } from "./read-log.ts";

/** Every term that was decided on up to an instant, the oldest first. */
export function termsAt({ events }: Pick<Certificate, "events">, instant: Date): readonly Term[] {
  return takenUntil(events, instant).flatMap((event) =>
    event.kind === "granted" || event.kind === "renewed"
      ? [{ validFrom: event.validFrom, validUntil: event.validUntil }]
      : [],
  );
}

/** The term that runs at an instant, or the last one that ran; one that is renewed ahead begins when the former ends. */
export function currentTermAt(certificate: Pick<Certificate, "events">, instant: Date): Term | undefined {
  const terms = termsAt(certificate, instant);
  return terms.findLast(({ validFrom }) => validFrom <= instant) ?? terms[0];
}

/** The times between terms in which there was no certificate: a renewal that comes late does not close them. */
export function gapsAt(
  { events }: Pick<Certificate, "events">,
  instant: Date,
): readonly { readonly from: Date; readonly to: Date }[] {
  const decisions = takenUntil(events, instant).filter(({ kind }) => kind === "granted" || kind === "renewed");
  const terms = termsAt({ events }, instant);
  return terms.flatMap(({ validFrom }, index) => {
    const [before, decision] = [terms[index - 1], decisions[index]];
    if (before === undefined || decision === undefined) return [];
    const to = decision.at > validFrom ? decision.at : validFrom;
    return to > before.validUntil ? [{ from: before.validUntil, to }] : [];
  });
}
