/**
 * What a certificate is worth, said another way: look at the recorded statements about an instant and take the newest.
 * No log is folded and nothing is superseded here; terms are looked up by asking the same about what was known before.
 */
import type { CertificateEvent, Term } from "#core/compliance/certificates/certificate.ts";

export interface Worth {
  readonly state: string;
  readonly term: Term | undefined;
}

const STATES: Readonly<Record<string, string>> = { reinstated: "granted" };
const RUNNING = new Set(["granted", "renewed", "suspended"]);

export function worthAt(events: readonly CertificateEvent[], instant: Date): Worth {
  const said = worth(statements(events), instant);
  const isOver = said.term !== undefined && instant >= said.term.validUntil;
  return isOver && RUNNING.has(said.state) ? { ...said, state: "expired" } : said;
}

/** Whether a grant was ever in effect up to an instant. */
export function everGranted(events: readonly CertificateEvent[], instant: Date): boolean {
  const said = statements(events);
  return said.some(
    (event) =>
      event.kind === "granted" &&
      event.at <= instant &&
      !said.some(({ number, at, recordedAt }) => number > event.number && at <= event.at && recordedAt < event.at),
  );
}

/** What was said about states and not taken back in time. */
function statements(events: readonly CertificateEvent[]): readonly CertificateEvent[] {
  const takenBack = new Set(
    events.flatMap((event) => {
      if (event.kind !== "withdrawn") return [];
      const earlier = events.filter(({ number }) => number < event.number);
      const announced = earlier.filter(({ at, recordedAt }) => at > recordedAt && at > event.recordedAt);
      return announced.flatMap(({ number }) => (number === event.step ? [number] : []));
    }),
  );
  return events.filter(
    (event) =>
      event.kind !== "checked" &&
      event.kind !== "approved" &&
      !(event.kind === "withdrawn" && event.step !== undefined) &&
      !takenBack.has(event.number),
  );
}

function worth(said: readonly CertificateEvent[], instant: Date): Worth {
  const newest = said.filter(({ at }) => at <= instant).at(-1);
  if (newest === undefined) return { state: "none", term: undefined };
  const state = STATES[newest.kind] ?? newest.kind;
  const known = said.filter(({ number, at }) => number < newest.number && (at < newest.at || at <= newest.recordedAt));
  const before = worth(known, newest.at).term;
  if (newest.kind === "granted") return { state, term: termOf(newest) };
  if (newest.kind !== "renewed") return { state, term: before };
  const continues = before !== undefined && newest.validFrom <= before.validUntil;
  return { state, term: { ...termOf(newest), ...(continues ? { validFrom: before.validFrom } : {}) } };
}

function termOf({ validFrom, validUntil }: Term): Term {
  return { validFrom, validUntil };
}
