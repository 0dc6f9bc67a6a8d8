/** May this step be taken, and what does it mean? The rules of SCS-0004 as a table; the clock is an argument. */
import { failure, success, type Result } from "../result.ts";
import { isCalendarDate, type Calendar, type CalendarDate } from "../time/calendar.ts";
import type { Certificate, CertificateEvent, Evidence, StepFacts, StepKind } from "./certificate.ts";
import { statusAt, type CertificateState } from "./status.ts";
import { termFrom } from "./term.ts";

/** Who takes the step. */
export interface Actor {
  readonly subject: string;
  /** Whether the account acts for the certification body (role `approve`). */
  readonly isCertifier: boolean;
}

/** What is asked for. */
export type StepRequest = {
  readonly reason: string;
  /** When it takes effect (default: now); not in the past, except for `granted`, which gives a date instead. */
  readonly at?: Date;
} & (
  | { readonly kind: "applied" | "questioned" | "rejected" | "suspended" | "reinstated" | "revoked" }
  | { readonly kind: "granted"; readonly from?: CalendarDate; readonly evidence: readonly Evidence[] }
  | { readonly kind: "renewed"; readonly evidence: readonly Evidence[] }
  | Extract<StepFacts, { kind: "checked" | "approved" }>
);

/** Why a step is refused, with the evidence. */
export type StepRefusal =
  | { readonly reason: "not-permitted"; readonly kind: StepKind }
  | { readonly reason: "own-certificate"; readonly subject: string }
  | { readonly reason: "no-reason"; readonly limit: number }
  | {
      readonly reason: "wrong-state";
      readonly kind: StepKind;
      readonly state: CertificateState;
      readonly allowed: readonly CertificateState[];
    }
  | { readonly reason: "in-the-past"; readonly at: Date }
  | { readonly reason: "too-far-ahead"; readonly at: Date }
  | { readonly reason: "no-date"; readonly text: string }
  | { readonly reason: "term-not-begun"; readonly validFrom: Date }
  | { readonly reason: "repetition-without-failure" };

/** Longest reason, in characters. */
export const MAX_REASON_CHARACTERS = 500;

/** From which states a step leads on. */
const ALLOWED_STATES: Readonly<Record<StepKind, readonly CertificateState[]>> = {
  applied: ["none", "questioned"],
  questioned: ["applied", "questioned"],
  rejected: ["applied", "questioned"],
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
  { now, calendar }: { readonly now: Date; readonly calendar: Calendar },
): Result<CertificateEvent, StepRefusal> {
  const permitted = checkActor(certificate, request.kind, actor);
  if (permitted !== undefined) return failure(permitted);
  const reason = request.reason.trim();
  if (reason === "" || reason.length > MAX_REASON_CHARACTERS) {
    return failure({ reason: "no-reason", limit: MAX_REASON_CHARACTERS });
  }
  const at = effectAt(certificate.events, request, now, calendar);
  if (!at.ok) return at;
  const status = statusAt(certificate, at.value);
  const allowed = ALLOWED_STATES[request.kind];
  if (!allowed.includes(status.state)) {
    return failure({ reason: "wrong-state", kind: request.kind, state: status.state, allowed });
  }
  const facts = factsOf(request, status.term, at.value, calendar);
  if (!facts.ok) return facts;
  const number = certificate.events.length + 1;
  return success({ ...facts.value, number, at: at.value, recordedAt: now, by: actor.subject, reason });
}

/** Operators apply for themselves; all else is the certification body's, though never on its own behalf. */
function checkActor({ subject }: Pick<Certificate, "subject">, kind: StepKind, actor: Actor): StepRefusal | undefined {
  const isOwn = actor.subject === subject;
  if (kind === "applied") return isOwn || actor.isCertifier ? undefined : { reason: "not-permitted", kind };
  if (!actor.isCertifier) return { reason: "not-permitted", kind };
  return isOwn ? { reason: "own-certificate", subject } : undefined;
}

/** Steps take effect in the order in which they are appended, so one that follows an announced step waits for it. */
function effectAt(
  events: readonly CertificateEvent[],
  request: StepRequest,
  now: Date,
  calendar: Calendar,
): Result<Date, StepRefusal> {
  const wanted =
    request.kind === "granted" && request.from !== undefined ? grantInstant(request.from, now, calendar) : request.at;
  if (wanted === undefined && request.kind === "granted" && request.from !== undefined) {
    return failure({ reason: "no-date", text: request.from });
  }
  const at = wanted ?? now;
  if (at.getTime() < now.getTime() - TOLERANCE_IN_MS) return failure({ reason: "in-the-past", at });
  if (at.getTime() > now.getTime() + YEAR_IN_MS) return failure({ reason: "too-far-ahead", at });
  const last = events.at(-1)?.at;
  return success(last !== undefined && last > at ? last : at);
}

/** A certificate from a past date (one that is entered later) takes effect now: what pages said before stays true. */
function grantInstant(from: CalendarDate, now: Date, calendar: Calendar): Date | undefined {
  if (!isCalendarDate(from)) return undefined;
  const start = calendar.startOf(from);
  return start > now ? start : now;
}

function factsOf(
  request: StepRequest,
  term: { readonly validFrom: Date; readonly validUntil: Date } | undefined,
  at: Date,
  calendar: Calendar,
): Result<StepFacts, StepRefusal> {
  switch (request.kind) {
    case "granted": {
      const granted = termFrom(request.from ?? calendar.dateOf(at), calendar);
      // A date so long ago that the year is over says nothing any more.
      if (granted.validUntil <= at) return failure({ reason: "in-the-past", at: granted.validFrom });
      return success({ kind: "granted", evidence: request.evidence, ...granted });
    }
    case "renewed": {
      if (term !== undefined && term.validFrom > at) {
        return failure({ reason: "term-not-begun", validFrom: term.validFrom });
      }
      const begin = term !== undefined && term.validUntil > at ? term.validUntil : at;
      // One year ahead is enough: a further renewal waits until the renewed term runs.
      if (begin.getTime() - at.getTime() > YEAR_IN_MS) return failure({ reason: "term-not-begun", validFrom: begin });
      return success({ kind: "renewed", evidence: request.evidence, ...termFrom(calendar.dateOf(begin), calendar) });
    }
    case "checked":
      return checkedFacts(request);
    case "approved": {
      const { kind, testcase, reportUuid, value } = request;
      return success({ kind, testcase, reportUuid, value });
    }
    case "applied":
    case "questioned":
    case "rejected":
    case "suspended":
    case "reinstated":
    case "revoked":
      return success({ kind: request.kind });
  }
}

function checkedFacts(request: Extract<StepFacts, { kind: "checked" }>): Result<StepFacts, StepRefusal> {
  const { kind, testcase, outcome, evidence, repeatOn } = request;
  if (repeatOn === undefined) return success({ kind, testcase, outcome, evidence });
  if (outcome === "passed") return failure({ reason: "repetition-without-failure" });
  if (!isCalendarDate(repeatOn)) return failure({ reason: "no-date", text: repeatOn });
  return success({ kind, testcase, outcome, evidence, repeatOn });
}
