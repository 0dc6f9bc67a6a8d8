import { formatDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import type { StepKind } from "./certificate.ts";
import type { NamedStep, StepRefusal } from "./step-request.ts";

/** Steps in words: "may not be …". */
export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  applied: "applied for",
  questioned: "questioned",
  rejected: "rejected",
  granted: "granted",
  renewed: "renewed",
  suspended: "suspended",
  reinstated: "reinstated",
  revoked: "revoked",
  withdrawn: "withdrawn",
  checked: "given the outcome of a manual check",
  approved: "given an approval",
};

/** A refused step in one or two sentences: what is wrong and what to do. */
export function describeRefusal(refusal: StepRefusal): string {
  switch (refusal.reason) {
    case "not-permitted":
      return refusal.kind === "applied"
        ? "Only the operator of the cloud or the certification body applies for a certificate."
        : "Only the certification body may do this: an account with the role `approve`.";
    case "own-certificate":
      return `\`${refusal.subject}\` cannot decide on its own certificate. Another account of the certification body has to.`;
    case "no-reason":
      return `Give a reason of 1 to ${refusal.limit} characters; it is published.`;
    case "wrong-state": {
      const announced =
        refusal.announced.length === 0
          ? ""
          : ` Announced: ${nameSteps(refusal.announced)}; such a step can be taken back by its number (\`withdrawn\` with \`step\`).`;
      return `A certificate that is ${refusal.state === "none" ? "new" : refusal.state} cannot be ${STEP_WORDS[refusal.kind]}. It must be ${listWords(refusal.allowed)}.${announced}`;
    }
    case "in-the-past":
      return `${formatDateTime(refusal.at)} is too long ago. What pages said before stays as it was: decide from now on.`;
    case "too-far-ahead":
      return `${formatDateTime(refusal.at)} is more than a year ahead.`;
    case "two-times":
      return "Give `at` or `from`, not both: a grant takes effect once.";
    case "only-now":
      return `What is ${STEP_WORDS[refusal.kind]} counts from now on and cannot be announced. Leave \`at\` out.`;
    case "not-announced":
      return refusal.announced.length === 0
        ? `Step ${refusal.step} is not ahead: nothing is announced. What took effect stays; take a new step.`
        : `Step ${refusal.step} is not ahead. Announced: ${nameSteps(refusal.announced)}. What took effect stays.`;
    case "still-needed":
      return `Without step ${refusal.step} what was announced after it makes no sense: ${nameSteps(refusal.by)}. Withdraw that first.`;
    case "no-date":
      return `\`${refusal.text.slice(0, 40)}\` is not a date. Write it as \`2026-07-01\`.`;
    case "before-window":
      return `The certificate is valid until ${formatDateTime(refusal.validUntil)} and can be renewed in the last ${refusal.days} days: from ${formatDateTime(refusal.opensAt)} on.`;
    case "repetition-without-failure":
      return "A date of repetition is agreed on after a failed check only; the next regular one follows from the calendar.";
  }
}

function nameSteps(steps: readonly NamedStep[]): string {
  return steps.map(({ number, kind, at }) => `step ${number}, ${kind} from ${formatDateTime(at)} on`).join("; ");
}

function listWords(words: readonly string[]): string {
  const named = words.map((word) => (word === "none" ? "new" : word));
  return named.length < 2 ? (named[0] ?? "") : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
}
