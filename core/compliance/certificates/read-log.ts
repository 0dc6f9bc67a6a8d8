/** Which steps of a log count: the order of recording decides, the time of effect says from when (bitemporal). */
import type { CertificateEvent } from "./certificate.ts";

/** Why a step that was announced never took effect. */
export interface Undoing {
  readonly how: "withdrawn" | "superseded";
  /** Number of the step that undid it. */
  readonly by: number;
}

/** A log as it is to be understood. */
export interface LogReading {
  /** The steps that took or will take effect, in the order of recording. */
  readonly counting: readonly CertificateEvent[];
  /** Announced steps that never will, by number. */
  readonly undone: ReadonlyMap<number, Undoing>;
}

/**
 * Reads a log. Every step that sets a state speaks of all instants from its `at` on, so whatever was announced for then
 * or later is superseded by what is recorded later. What took effect already is never undone.
 */
export function readLog(events: readonly CertificateEvent[]): LogReading {
  const undone = new Map<number, Undoing>();
  for (const event of events) {
    if (event.kind !== "withdrawn" || event.step === undefined) continue;
    const target = events.find(({ number }) => number === event.step && number < event.number);
    if (target !== undefined && isAhead(target, event.recordedAt)) {
      undone.set(target.number, { how: "withdrawn", by: event.number });
    }
  }
  let counting: readonly CertificateEvent[] = [];
  for (const event of events) {
    if (isWithdrawalOfStep(event) || undone.has(event.number)) continue;
    for (const { number } of counting.filter((earlier) => isSuperseded(earlier, event))) {
      undone.set(number, { how: "superseded", by: event.number });
    }
    counting = [...withoutSuperseded(counting, event), event];
  }
  return { counting, undone };
}

/** The steps that remain when a step is recorded after them. */
export function withoutSuperseded(
  counting: readonly CertificateEvent[],
  event: Pick<CertificateEvent, "kind" | "at" | "recordedAt">,
): readonly CertificateEvent[] {
  return counting.filter((earlier) => !isSuperseded(earlier, event));
}

/** What was announced up to an instant, is still ahead of it, and was not undone by then. */
export function announcedAt(events: readonly CertificateEvent[], instant: Date): readonly CertificateEvent[] {
  const known = events.filter(({ recordedAt }) => recordedAt <= instant);
  return readLog(known).counting.filter((event) => isAhead(event, instant));
}

/** The steps that took effect up to an instant, in the order of recording. */
export function takenUntil(events: readonly CertificateEvent[], instant: Date): readonly CertificateEvent[] {
  return readLog(events).counting.filter(({ at }) => at <= instant);
}

/** Whether a step was announced and is still ahead of an instant; what was said "now" counts at once. */
export function isAhead({ at, recordedAt }: Pick<CertificateEvent, "at" | "recordedAt">, instant: Date): boolean {
  return at > recordedAt && at > instant;
}

/** Whether steps of a kind set the state; the others only tell about the subject. */
export function setsState(kind: CertificateEvent["kind"]): boolean {
  return kind !== "checked" && kind !== "approved";
}

function isSuperseded(
  earlier: CertificateEvent,
  { kind, at, recordedAt }: Pick<CertificateEvent, "kind" | "at" | "recordedAt">,
): boolean {
  return setsState(kind) && setsState(earlier.kind) && earlier.at >= at && isAhead(earlier, recordedAt);
}

function isWithdrawalOfStep(event: CertificateEvent): boolean {
  return event.kind === "withdrawn" && event.step !== undefined;
}
