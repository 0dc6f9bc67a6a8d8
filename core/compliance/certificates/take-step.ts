/** May this step be taken, and what does it mean? The rules of SCS-0004 as a table; the clock is an argument. */
import { failure, success, type Result } from "#core/base/result.ts";
import { isCalendarDate, type Calendar, type CalendarDate } from "#core/base/time/calendar.ts";
import type { Certificate, CertificateEvent, StepKind } from "./certificate.ts";
import { isAhead, readLog, setsState, withoutSuperseded } from "./read-log.ts";
import { statusAt, type CertificateState } from "./status.ts";
import { factsOf, type TermRules } from "./step-facts.ts";
import type { Actor, StepRefusal, StepRequest } from "./step-request.ts";

/** Longest reason, in characters. */
export const MAX_REASON_CHARACTERS = 500;

/** From which states a step leads on. */
const ALLOWED_STATES: Readonly<Record<StepKind, readonly CertificateState[]>> = {
  applied: ["none", "questioned"],
  questioned: ["applied", "questioned"],
  rejected: ["applied", "questioned"],
  withdrawn: ["applied", "questioned"],
  granted: ["applied", "questioned"],
  renewed: ["granted", "renewed", "expired"],
  suspended: ["granted", "renewed"],
  reinstated: ["suspended"],
  revoked: ["granted", "renewed", "suspended"],
  checked: ["granted", "renewed", "suspended"],
  approved: ["granted", "renewed", "suspended"],
};

/** Clocks differ; a step may be this late. */
const TOLERANCE_IN_MS = 60_000;
const YEAR_IN_MS = 366 * 86_400_000;

/** The step as it is to be appended, or why it must not be. */
export function takeStep(
  certificate: Pick<Certificate, "subject" | "events">,
  request: StepRequest,
  actor: Actor,
  { now, ...rules }: { readonly now: Date } & TermRules,
): Result<CertificateEvent, StepRefusal> {
  const { events } = certificate;
  const permitted = checkActor(certificate, request, actor);
  if (permitted !== undefined) return failure(permitted);
  const reason = request.reason.trim();
  if (reason === "" || reason.length > MAX_REASON_CHARACTERS) {
    return failure({ reason: "no-reason", limit: MAX_REASON_CHARACTERS });
  }
  // Servers differ by milliseconds; the time of recording never goes back within a log.
  const recordedAt = later(now, events.at(-1)?.recordedAt);
  const at = effectAt(events, request, recordedAt, rules.calendar);
  if (!at.ok) return at;
  const step = { number: events.length + 1, at: at.value, recordedAt, by: actor.subject, reason };
  if (request.kind === "withdrawn" && request.step !== undefined) {
    const refusal = checkWithdrawal(events, request.step, recordedAt);
    return refusal === undefined ? success({ ...step, kind: "withdrawn", step: request.step }) : failure(refusal);
  }
  const { counting } = readLog(events);
  const before = withoutSuperseded(counting, { ...step, kind: request.kind });
  const status = statusAt({ events: before }, at.value);
  const grantAhead = counting.some((event) => event.kind === "granted" && !before.includes(event));
  const meant = meantBy(request, status.state, grantAhead);
  const allowed = ALLOWED_STATES[meant.kind];
  if (!allowed.includes(status.state)) {
    const announced = announcedIn(events, recordedAt);
    return failure({ reason: "wrong-state", kind: meant.kind, state: status.state, allowed, announced });
  }
  const facts = factsOf(meant, status.term, at.value, rules);
  return facts.ok ? success({ ...step, ...facts.value }) : facts;
}

/** Operators apply for themselves and withdraw that; all else is the certification body's, though never for itself. */
function checkActor(
  { subject }: Pick<Certificate, "subject">,
  request: StepRequest,
  actor: Actor,
): StepRefusal | undefined {
  const { kind } = request;
  const isOwn = actor.subject === subject;
  if (kind === "applied" || (kind === "withdrawn" && request.step === undefined)) {
    return isOwn || actor.isCertifier ? undefined : { reason: "not-permitted", kind };
  }
  if (!actor.isCertifier) return { reason: "not-permitted", kind };
  return isOwn || actor.isSameProvider === true ? { reason: "own-certificate", subject: actor.subject } : undefined;
}

/** The instant that was asked for, never another one. It waits for nothing that was announced. */
function effectAt(
  events: readonly CertificateEvent[],
  request: StepRequest,
  recordedAt: Date,
  calendar: Calendar,
): Result<Date, StepRefusal> {
  const from = request.kind === "granted" ? request.from : undefined;
  if (from !== undefined && request.at !== undefined) return failure({ reason: "two-times" });
  const start = from === undefined ? undefined : grantInstant(from, recordedAt, calendar);
  if (from !== undefined && start === undefined) return failure({ reason: "no-date", text: from });
  const at = start ?? request.at ?? recordedAt;
  const isOnlyNow = !setsState(request.kind) || (request.kind === "withdrawn" && request.step !== undefined);
  if (isOnlyNow && at > recordedAt) return failure({ reason: "only-now", kind: request.kind });
  // What took effect is past, however short ago: a step that is late must not go behind it.
  const past = readLog(events).counting.filter((event) => !isAhead(event, recordedAt) && event.at > at);
  if (past.length > 0 || at.getTime() < recordedAt.getTime() - TOLERANCE_IN_MS) {
    return failure({ reason: "in-the-past", at });
  }
  if (at.getTime() > recordedAt.getTime() + YEAR_IN_MS) return failure({ reason: "too-far-ahead", at });
  return success(at);
}

/** A certificate from a past date (one that is entered later) takes effect now: what pages said before stays true. */
function grantInstant(from: CalendarDate, now: Date, calendar: Calendar): Date | undefined {
  return isCalendarDate(from) ? later(calendar.startOf(from), now) : undefined;
}

/** A grant that never ran cannot be revoked: who says so means that it is not to run, and it never gets on the list. */
function meantBy(request: StepRequest, state: CertificateState, grantAhead: boolean): StepRequest {
  const isApplication = state === "applied" || state === "questioned";
  const isMeant = request.kind === "revoked" && isApplication && grantAhead;
  return isMeant ? { kind: "withdrawn", reason: request.reason } : request;
}

/** Only what is still ahead can be taken back, and only if what was announced after it makes sense without it. */
function checkWithdrawal(events: readonly CertificateEvent[], step: number, recordedAt: Date): StepRefusal | undefined {
  const announced = announcedIn(events, recordedAt);
  if (!announced.some(({ number }) => number === step)) return { reason: "not-announced", step, announced };
  const rest = readLog(events.filter(({ number }) => number !== step)).counting;
  const by = rest.filter((event, index) => isAhead(event, recordedAt) && !isFounded(rest.slice(0, index), event));
  return by.length === 0 ? undefined : { reason: "still-needed", step, by };
}

/** Whether a step may follow what was recorded before it. */
function isFounded(before: readonly CertificateEvent[], event: CertificateEvent): boolean {
  const { state } = statusAt({ events: withoutSuperseded(before, event) }, event.at);
  return ALLOWED_STATES[event.kind].includes(state);
}

function announcedIn(events: readonly CertificateEvent[], recordedAt: Date): readonly CertificateEvent[] {
  return readLog(events).counting.filter((event) => isAhead(event, recordedAt));
}

function later(date: Date, other: Date | undefined): Date {
  return other !== undefined && other > date ? other : date;
}
