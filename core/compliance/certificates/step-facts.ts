/** What a step says besides who, when and why: terms follow from the calendar. */
import { failure, success, type Result } from "#core/base/result.ts";
import { addDays, isCalendarDate, type Calendar } from "#core/base/time/calendar.ts";
import type { StepFacts, Term } from "./certificate.ts";
import type { StepRefusal, StepRequest } from "./step-request.ts";
import { RENEWAL_WINDOW_DAYS, termFrom } from "./term.ts";

/** The calendar of terms, and how many days before its end a certificate can be renewed. */
export interface TermRules {
  readonly calendar: Calendar;
  /** Default: 60. */
  readonly renewalWindowDays?: number;
}

/** The facts of a step that takes effect at an instant, given the term that runs then; or what is wrong with them. */
export function factsOf(
  request: StepRequest,
  term: Term | undefined,
  at: Date,
  { calendar, renewalWindowDays = RENEWAL_WINDOW_DAYS }: TermRules,
): Result<StepFacts, StepRefusal> {
  switch (request.kind) {
    case "granted": {
      const granted = termFrom(request.from ?? calendar.dateOf(at), calendar);
      // A date so long ago that the year is over says nothing any more.
      if (granted.validUntil <= at) return failure({ reason: "in-the-past", at: granted.validFrom });
      return success({ kind: "granted", evidence: request.evidence, ...granted });
    }
    case "renewed": {
      const renewed = renewedTerm(term, at, { calendar, renewalWindowDays });
      return renewed.ok ? success({ kind: "renewed", evidence: request.evidence, ...renewed.value }) : renewed;
    }
    case "checked":
      return checkedFacts(request);
    case "approved": {
      const { kind, testcase, reportUuid, value } = request;
      return success({ kind, testcase, reportUuid, value });
    }
    case "withdrawn": {
      const { kind, step } = request;
      return success(step === undefined ? { kind } : { kind, step });
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

/** A renewal in time continues the term; one that comes late begins with its day, and never closes the gap before. */
function renewedTerm(
  term: Term | undefined,
  at: Date,
  { calendar, renewalWindowDays }: Required<TermRules>,
): Result<Term, StepRefusal> {
  if (term === undefined || term.validUntil <= at) {
    const late = termFrom(calendar.dateOf(at), calendar);
    const closesGap = term !== undefined && late.validFrom <= term.validUntil;
    return success(closesGap ? { ...late, validFrom: at } : late);
  }
  const { validUntil } = term;
  const opensAt = calendar.startOf(addDays(calendar.dateOf(validUntil), -renewalWindowDays));
  if (at < opensAt) return failure({ reason: "before-window", opensAt, validUntil, days: renewalWindowDays });
  return success(termFrom(calendar.dateOf(validUntil), calendar));
}

function checkedFacts(request: Extract<StepFacts, { kind: "checked" }>): Result<StepFacts, StepRefusal> {
  const { kind, testcase, outcome, evidence, repeatOn } = request;
  if (repeatOn === undefined) return success({ kind, testcase, outcome, evidence });
  if (outcome === "passed") return failure({ reason: "repetition-without-failure" });
  if (!isCalendarDate(repeatOn)) return failure({ reason: "no-date", text: repeatOn });
  return success({ kind, testcase, outcome, evidence, repeatOn });
}
