/** What a step says besides who, when and why: terms follow from the calendar. */
import { failure, success, type Result } from "#core/base/result.ts";
import { isCalendarDate, type Calendar } from "#core/base/time/calendar.ts";
import type { StepFacts, Term } from "./certificate.ts";
import type { StepRefusal, StepRequest } from "./step-request.ts";
import { termFrom } from "./term.ts";

const YEAR_IN_MS = 366 * 86_400_000;

/** The facts of a step that takes effect at an instant, given the term that runs then; or what is wrong with them. */
export function factsOf(
  request: StepRequest,
  term: Term | undefined,
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

function checkedFacts(request: Extract<StepFacts, { kind: "checked" }>): Result<StepFacts, StepRefusal> {
  const { kind, testcase, outcome, evidence, repeatOn } = request;
  if (repeatOn === undefined) return success({ kind, testcase, outcome, evidence });
  if (outcome === "passed") return failure({ reason: "repetition-without-failure" });
  if (!isCalendarDate(repeatOn)) return failure({ reason: "no-date", text: repeatOn });
  return success({ kind, testcase, outcome, evidence, repeatOn });
}
