import { describe, expect, test } from "vitest";

import type { StepKind } from "#core/compliance/certificates/certificate.ts";
import { describeRefusal } from "#core/compliance/certificates/describe-refusal.ts";
import { certificatePeriods } from "#core/compliance/certificates/certificate-periods.ts";
import { currentTermAt, gapsAt } from "#core/compliance/certificates/current-term.ts";
import { statusAt } from "#core/compliance/certificates/status.ts";

import { takeStep } from "#core/compliance/certificates/take-step.ts";

import {
  APPLIED,
  BERLIN,
  BODY,
  certificateAfter,
  EMPTY,
  GRANTED,
  OPERATOR,
  tryStep,
  type Step,
} from "./sample-certificate.ts";

const at = (step: Partial<Step> & { kind: StepKind }, now: string): Step =>
  ({ reason: "Because.", ...step, now }) as Step;

describe("who may take a step:", () => {
  test("the operator applies for its own cloud, not for another", () => {
    expect(tryStep(EMPTY, APPLIED).ok).toBe(true);
    const stranger = { subject: "demo-bravo", isCertifier: false };
    expect(tryStep(EMPTY, { ...APPLIED, by: stranger })).toMatchObject({ failure: { reason: "not-permitted" } });
  });

  test("an operator cannot grant, and the certification body cannot decide on itself", () => {
    const applied = certificateAfter(APPLIED);
    expect(tryStep(applied, { ...GRANTED, by: OPERATOR })).toMatchObject({ failure: { reason: "not-permitted" } });
    const own = { subject: "demo-alpha", isCertifier: true };
    expect(tryStep(applied, { ...GRANTED, by: own })).toMatchObject({ failure: { reason: "own-certificate" } });
  });

  test.each(["", "   ", "x".repeat(501)])(
    "a step without a reason that can be published (%.5j) is refused",
    (reason) => {
      expect(tryStep(EMPTY, { ...APPLIED, reason })).toMatchObject({ failure: { reason: "no-reason" } });
    },
  );
});

describe("the order of steps:", () => {
  const day = "2027-06-01T08:00:00Z"; // within the window of renewal
  test.each<[string, Step[], StepKind[]]>([
    ["new", [], ["applied"]],
    ["applied", [APPLIED], ["questioned", "rejected", "withdrawn", "granted"]],
    [
      "questioned",
      [APPLIED, at({ kind: "questioned" }, "2026-06-02T08:00:00Z")],
      ["applied", "questioned", "rejected", "withdrawn", "granted"],
    ],
    ["rejected", [APPLIED, at({ kind: "rejected" }, "2026-06-02T08:00:00Z")], []],
    ["granted", [APPLIED, GRANTED], ["renewed", "suspended", "revoked", "checked", "approved"]],
    [
      "suspended",
      [APPLIED, GRANTED, at({ kind: "suspended" }, "2026-07-02T08:00:00Z")],
      ["reinstated", "revoked", "checked", "approved"],
    ],
    ["revoked", [APPLIED, GRANTED, at({ kind: "revoked" }, "2026-07-02T08:00:00Z")], []],
  ])("a certificate that is %s lets exactly the right steps follow", (_state, steps, allowed) => {
    const certificate = certificateAfter(...steps);
    const kinds: StepKind[] = [
      "applied",
      "questioned",
      "rejected",
      "withdrawn",
      "granted",
      "renewed",
      "suspended",
      "reinstated",
      "revoked",
      "checked",
      "approved",
    ];
    const possible = kinds.filter((kind) => {
      const facts = { evidence: [], testcase: "t", outcome: "passed", reportUuid: "u", value: -1 };
      return tryStep(certificate, at({ ...facts, kind } as never, day)).ok;
    });
    expect(possible).toEqual(kinds.filter((kind) => allowed.includes(kind)));
  });

  test("an expired certificate can be renewed, and nothing else", () => {
    const certificate = certificateAfter(APPLIED, GRANTED);
    const late = "2027-08-01T08:00:00Z";
    expect(tryStep(certificate, at({ kind: "suspended" }, late))).toMatchObject({
      failure: { reason: "wrong-state", state: "expired" },
    });
    const renewed = tryStep(certificate, at({ kind: "renewed", evidence: [] }, late));
    expect(renewed.ok && renewed.value).toMatchObject({ validFrom: new Date("2027-07-31T22:00:00Z") });
  });
});

describe("when a step takes effect:", () => {
  test("the past stays as it was", () => {
    const certificate = certificateAfter(APPLIED, GRANTED);
    const outcome = tryStep(
      certificate,
      at({ kind: "revoked", at: new Date("2026-07-10T00:00:00Z") }, "2026-08-01T00:00:00Z"),
    );
    expect(outcome).toMatchObject({ failure: { reason: "in-the-past" } });
  });

  test("a step may be announced up to a year ahead, and counts only then", () => {
    const ahead = new Date("2026-09-01T00:00:00Z");
    const certificate = certificateAfter(
      APPLIED,
      GRANTED,
      at({ kind: "suspended", at: ahead }, "2026-08-01T00:00:00Z"),
    );
    expect(statusAt(certificate, new Date("2026-08-31T23:59:59.999Z"))).toMatchObject({
      state: "granted",
      nextChange: ahead,
    });
    expect(statusAt(certificate, ahead)).toMatchObject({ state: "suspended", isValid: false });
    const far = at({ kind: "revoked", at: new Date("2028-01-01T00:00:00Z") }, "2026-08-01T00:00:00Z");
    expect(tryStep(certificate, far)).toMatchObject({ failure: { reason: "too-far-ahead" } });
  });

  test("a grant from a date to come is not valid before that date begins in the calendar of the site", () => {
    const certificate = certificateAfter(APPLIED, { ...GRANTED, from: "2026-08-01" });
    expect(statusAt(certificate, new Date("2026-07-31T21:59:59.999Z"))).toMatchObject({
      state: "applied",
      isValid: false,
    });
    expect(statusAt(certificate, new Date("2026-07-31T22:00:00Z"))).toMatchObject({ state: "granted", isValid: true });
  });

  test("a grant from a date of the past is entered now and keeps that date", () => {
    const certificate = certificateAfter(APPLIED, { ...GRANTED, from: "2026-03-01" });
    const { term } = statusAt(certificate, new Date(GRANTED.now));
    expect(term?.validUntil).toEqual(BERLIN.startOf("2027-03-01"));
    expect(statusAt(certificate, new Date("2026-06-15T00:00:00Z")).isValid).toBe(false);
    const tooOld = tryStep(certificateAfter(APPLIED), { ...GRANTED, from: "2025-07-01" });
    expect(tooOld).toMatchObject({ failure: { reason: "in-the-past" } });
  });

  test.each(["2026-02-30", "tomorrow", ""])("%j is no date", (from) => {
    expect(tryStep(certificateAfter(APPLIED), { ...GRANTED, from })).toMatchObject({ failure: { reason: "no-date" } });
  });

  test.each([
    ["on the day of the grant", "2026-07-01T13:00:00Z", 60, false],
    ["a moment before the window opens", "2027-05-01T21:59:59.999Z", 60, false],
    ["as it opens", "2027-05-01T22:00:00Z", 60, true],
    ["before a shorter one opens", "2027-05-01T22:00:00Z", 30, false],
    ["as a shorter one opens", "2027-05-31T22:00:00Z", 30, true],
    ["after the end", "2027-08-01T00:00:00Z", 60, true],
  ])("a renewal %s (%s, %d days)", (_name, now, renewalWindowDays, isPossible) => {
    const { events, subject } = certificateAfter(APPLIED, GRANTED);
    const request = { kind: "renewed", evidence: [], reason: "Again." } as const;
    const rules = { now: new Date(now), calendar: BERLIN, renewalWindowDays };
    const outcome = takeStep({ events, subject }, request, BODY, rules);
    expect(outcome).toMatchObject(isPossible ? { ok: true } : { failure: { reason: "before-window" } });
  });

  test("one renewal ahead is enough: the next waits for the window of the term that it made", () => {
    const once = certificateAfter(APPLIED, GRANTED, at({ kind: "renewed", evidence: [] }, "2027-05-03T00:00:00Z"));
    const twice = tryStep(once, at({ kind: "renewed", evidence: [] }, "2027-05-04T00:00:00Z"));
    expect(twice).toMatchObject({ failure: { reason: "before-window" } });
  });

  test("a renewal that comes late leaves the gap, also one of hours", () => {
    for (const [late, from] of [
      ["2027-07-01T08:00:00Z", "2027-07-01T08:00:00Z"],
      ["2027-09-15T08:00:00Z", "2027-09-14T22:00:00Z"],
    ] as const) {
      const { events } = certificateAfter(APPLIED, GRANTED, at({ kind: "renewed", evidence: [] }, late));
      const now = new Date(late);
      expect(statusAt({ events }, now).term?.validFrom).toEqual(new Date(from));
      expect(gapsAt({ events }, now)).toEqual([{ from: new Date("2027-06-30T22:00:00Z"), to: now }]);
      expect(statusAt({ events }, new Date(now.getTime() - 1)).isValid).toBe(false);
      const valid = certificatePeriods([{ ...EMPTY, events }], { from: new Date("2026-06-01T00:00:00Z"), to: now });
      expect(valid.map(({ to }) => to)).toEqual([new Date("2027-06-30T22:00:00Z")]);
    }
  });

  test("of a certificate that was renewed ahead the term that runs is told, not both at once", () => {
    const { events } = certificateAfter(
      APPLIED,
      GRANTED,
      at({ kind: "renewed", evidence: [] }, "2027-05-03T00:00:00Z"),
    );
    const until = (instant: string) => currentTermAt({ events }, new Date(instant))?.validUntil;
    expect(until("2027-05-03T00:00:00Z")).toEqual(BERLIN.startOf("2027-07-01"));
    expect(until("2027-06-30T21:59:59.999Z")).toEqual(BERLIN.startOf("2027-07-01"));
    expect(until("2027-06-30T22:00:00Z")).toEqual(BERLIN.startOf("2028-07-01"));
    expect(gapsAt({ events }, new Date("2028-01-01T00:00:00Z"))).toEqual([]);
  });
});

test("every refusal is a sentence that says what to do", () => {
  const date = new Date("2026-07-01T00:00:00Z");
  const named = { number: 3, kind: "granted", at: date } as const;
  const refusals = [
    { reason: "not-permitted", kind: "granted" },
    { reason: "not-permitted", kind: "applied" },
    { reason: "own-certificate", subject: "a" },
    { reason: "no-reason", limit: 5 },
    { reason: "wrong-state", kind: "granted", state: "none", allowed: ["applied", "questioned"], announced: [] },
    { reason: "wrong-state", kind: "suspended", state: "applied", allowed: ["granted"], announced: [named] },
    { reason: "two-times" },
    { reason: "only-now", kind: "checked" },
    { reason: "not-announced", step: 2, announced: [] },
    { reason: "not-announced", step: 2, announced: [named] },
    { reason: "still-needed", step: 2, by: [named] },
    { reason: "in-the-past", at: date },
    { reason: "too-far-ahead", at: date },
    { reason: "no-date", text: "x" },
    { reason: "before-window", opensAt: date, validUntil: date, days: 60 },
    { reason: "repetition-without-failure" },
  ] as const;
  for (const refusal of refusals) expect(describeRefusal(refusal)).toMatch(/^[A-Z`\d].*\.$/);
});
