import { describe, expect, test } from "vitest";

import { certificatePeriods } from "#core/compliance/certificates/certificate-periods.ts";

import { APPLIED, certificateAfter, EMPTY, GRANTED, type Step } from "./sample-certificate.ts";

const SUSPENDED: Step = { now: "2026-08-01T10:00:00Z", kind: "suspended", reason: "Tests fail." };
const REINSTATED: Step = { now: "2026-09-01T10:00:00Z", kind: "reinstated", reason: "Repaired." };
const RENEWED: Step = { now: "2027-05-02T10:00:00Z", kind: "renewed", reason: "Still good.", evidence: [] };
const REVOKED: Step = { now: "2027-06-01T10:00:00Z", kind: "revoked", reason: "No longer." };

function periods(steps: readonly Step[], from = "2026-01-01T00:00:00Z", to = "2029-01-01T00:00:00Z"): string[] {
  const found = certificatePeriods([certificateAfter(...steps)], { from: new Date(from), to: new Date(to) });
  return found.map(({ state, from, to }) => `${state} ${from.toISOString()} ${to.toISOString()}`);
}

describe("a certificate is told", () => {
  test("from the beginning of its term, with its suspension, to its end", () => {
    expect(periods([APPLIED, GRANTED, SUSPENDED, REINSTATED])).toEqual([
      "valid 2026-06-30T22:00:00.000Z 2026-08-01T10:00:00.000Z",
      "suspended 2026-08-01T10:00:00.000Z 2026-09-01T10:00:00.000Z",
      "valid 2026-09-01T10:00:00.000Z 2027-06-30T22:00:00.000Z",
    ]);
  });

  test("in one piece when it was renewed, although a renewal is a change", () => {
    expect(periods([APPLIED, GRANTED, RENEWED])).toEqual(["valid 2026-06-30T22:00:00.000Z 2028-06-30T22:00:00.000Z"]);
  });

  test("until it was revoked", () => {
    expect(periods([APPLIED, GRANTED, RENEWED, REVOKED])).toEqual([
      "valid 2026-06-30T22:00:00.000Z 2027-06-01T10:00:00.000Z",
    ]);
  });

  test("not at all before it was granted: an application, a question and an answer are nobody's business", () => {
    const questioned: Step = { now: "2026-06-02T08:00:00Z", kind: "questioned", reason: "What about b?" };
    expect(periods([APPLIED, questioned])).toEqual([]);
    expect(periods([APPLIED, questioned, { ...questioned, now: "2026-06-03T08:00:00Z", kind: "rejected" }])).toEqual(
      [],
    );
    expect(periods([APPLIED, { ...questioned, kind: "withdrawn" }])).toEqual([]);
  });

  test("within the time that is asked for alone, its end excluded", () => {
    const steps = [APPLIED, GRANTED, SUSPENDED, REINSTATED];
    expect(periods(steps, "2026-08-15T00:00:00Z", "2026-09-02T00:00:00Z")).toEqual([
      "suspended 2026-08-15T00:00:00.000Z 2026-09-01T10:00:00.000Z",
      "valid 2026-09-01T10:00:00.000Z 2026-09-02T00:00:00.000Z",
    ]);
    expect(periods(steps, "2026-08-15T00:00:00Z", "2026-09-01T10:00:00Z")).toEqual([
      "suspended 2026-08-15T00:00:00.000Z 2026-09-01T10:00:00.000Z",
    ]);
    expect(periods(steps, "2027-06-30T22:00:00Z")).toEqual([]);
    expect(periods(steps, "2026-08-15T00:00:00Z", "2026-08-15T00:00:00Z")).toEqual([]);
  });

  test("with its number and its version, one after the other", () => {
    const [first, second] = ["2026-0001", "2026-0002"].map((id) => ({ ...certificateAfter(APPLIED, GRANTED), id }));
    if (first === undefined || second === undefined) throw new Error("two certificates were made");
    const span = { from: new Date("2027-01-01T00:00:00Z"), to: new Date("2027-02-01T00:00:00Z") };
    expect(certificatePeriods([first, EMPTY, second], span)).toEqual([
      { id: "2026-0001", version: "v5.1", state: "valid", ...span },
      { id: "2026-0002", version: "v5.1", state: "valid", ...span },
    ]);
  });
});
