import { expect, test } from "vitest";

import { describeRefusal, STEP_WORDS } from "#core/compliance/certificates/describe-refusal.ts";
import type { NamedStep, StepRefusal } from "#core/compliance/certificates/step-request.ts";

const AT = new Date("2026-11-20T12:00:00Z");
const STEP: NamedStep = { number: 4, kind: "revoked", at: AT };
const OTHER: NamedStep = { number: 5, kind: "renewed", at: AT };

test.each<[StepRefusal, string]>([
  [
    { reason: "not-permitted", kind: "applied" },
    "Only the operator of the cloud or the certification body applies for a certificate.",
  ],
  [
    { reason: "not-permitted", kind: "granted" },
    "Only the certification body may do this: an account with the role `approve`.",
  ],
  [
    { reason: "own-certificate", subject: "forum" },
    "`forum` cannot decide on its own certificate. Another account of the certification body has to.",
  ],
  [{ reason: "no-reason", limit: 500 }, "Give a reason of 1 to 500 characters; it is published."],
  [
    { reason: "wrong-state", kind: "applied", state: "granted", allowed: ["none", "questioned"], announced: [] },
    "A certificate that is granted cannot be applied for. It must be new or questioned.",
  ],
  [
    { reason: "wrong-state", kind: "reinstated", state: "none", allowed: ["suspended"], announced: [] },
    "A certificate that is new cannot be reinstated. It must be suspended.",
  ],
  [
    {
      reason: "wrong-state",
      kind: "renewed",
      state: "applied",
      allowed: ["granted", "renewed", "expired"],
      announced: [STEP],
    },
    "A certificate that is applied cannot be renewed. It must be granted, renewed or expired. Announced: step 4, revoked from 2026-11-20T12:00:00Z on; such a step can be taken back by its number (`withdrawn` with `step`).",
  ],
  [
    { reason: "in-the-past", at: AT },
    "2026-11-20T12:00:00Z is too long ago. What pages said before stays as it was: decide from now on.",
  ],
  [{ reason: "too-far-ahead", at: AT }, "2026-11-20T12:00:00Z is more than a year ahead."],
  [{ reason: "two-times" }, "Give `at` or `from`, not both: a grant takes effect once."],
  [
    { reason: "only-now", kind: "checked" },
    "What is given the outcome of a manual check counts from now on and cannot be announced. Leave `at` out.",
  ],
  [
    { reason: "not-announced", step: 3, announced: [] },
    "Step 3 is not ahead: nothing is announced. What took effect stays; take a new step.",
  ],
  [
    { reason: "not-announced", step: 3, announced: [STEP, OTHER] },
    "Step 3 is not ahead. Announced: step 4, revoked from 2026-11-20T12:00:00Z on; step 5, renewed from 2026-11-20T12:00:00Z on. What took effect stays.",
  ],
  [
    { reason: "still-needed", step: 3, by: [STEP] },
    "Without step 3 what was announced after it makes no sense: step 4, revoked from 2026-11-20T12:00:00Z on. Withdraw that first.",
  ],
  [{ reason: "no-date", text: "x".repeat(50) }, `\`${"x".repeat(40)}\` is not a date. Write it as \`2026-07-01\`.`],
  [
    { reason: "before-window", opensAt: AT, validUntil: new Date("2027-01-19T12:00:00Z"), days: 60 },
    "The certificate is valid until 2027-01-19T12:00:00Z and can be renewed in the last 60 days: from 2026-11-20T12:00:00Z on.",
  ],
  [
    { reason: "repetition-without-failure" },
    "A date of repetition is agreed on after a failed check only; the next regular one follows from the calendar.",
  ],
])("%j is said as: %s", (refusal, sentence) => {
  expect(describeRefusal(refusal)).toBe(sentence);
});

test("every step has its words", () => {
  expect(STEP_WORDS).toEqual({
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
  });
});
