import { DamagedStore } from "#core/base/stored/read-stored.ts";
import type { StandingCertificate } from "../certificates/current-certificate.ts";
import { readStep, writeStep } from "../certificates/stored-step.ts";
import type { StoredCertificate } from "./stored-standing-shape.ts";

/** A certificate of a standing, with texts for instants. */
export function writeStandingCertificate({ certificate, status }: StandingCertificate): StoredCertificate {
  const { state, isValid, since, term, event, nextChange } = status;
  return {
    ...certificate,
    events: certificate.events.map(writeStep),
    status: {
      state,
      isValid,
      since: since?.toISOString() ?? null,
      term:
        term === undefined
          ? null
          : { validFrom: term.validFrom.toISOString(), validUntil: term.validUntil.toISOString() },
      event: event?.number ?? null,
      nextChange: nextChange?.toISOString() ?? null,
    },
  };
}

/** The certificate that was written. */
export function readStandingCertificate({ status, ...stored }: StoredCertificate): StandingCertificate | "damaged" {
  try {
    const events = stored.events.map(readStep);
    const event = events.find(({ number }) => number === status.event);
    if ((event === undefined) !== (status.event === null)) return "damaged";
    const { state, isValid, since, term, nextChange } = status;
    return {
      certificate: { ...stored, events },
      status: {
        state,
        isValid,
        since: since === null ? undefined : new Date(since),
        term:
          term === null ? undefined : { validFrom: new Date(term.validFrom), validUntil: new Date(term.validUntil) },
        event,
        nextChange: nextChange === null ? undefined : new Date(nextChange),
      },
    };
  } catch (error) {
    if (error instanceof DamagedStore) return "damaged";
    throw error;
  }
}
