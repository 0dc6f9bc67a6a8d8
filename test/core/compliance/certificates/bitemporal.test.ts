import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import { certificateJson, publicEvents } from "#core/compliance/certificates/certificate-json.ts";
import { announcedAt, readLog } from "#core/compliance/certificates/read-log.ts";
import { statusAt, wasGranted } from "#core/compliance/certificates/status.ts";
import type { StepRequest } from "#core/compliance/certificates/step-request.ts";
import { takeStep } from "#core/compliance/certificates/take-step.ts";

import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { everGranted, worthAt } from "./newest-statement.ts";
import { APPLIED, BODY, certificateAfter, EMPTY, GRANTED, OPERATOR, tryStep, type Step } from "./sample-certificate.ts";

const at = (kind: "suspended" | "reinstated" | "revoked", now: string, ahead?: string): Step => ({
  now,
  kind,
  reason: `It is ${kind}.`,
  ...(ahead === undefined ? {} : { at: new Date(ahead) }),
});
const stateAt = (certificate: { events: readonly CertificateEvent[] }, instant: string) =>
  statusAt(certificate, new Date(instant)).state;

describe("what is said now", () => {
  const announced = at("suspended", "2026-08-01T10:00:00Z", "2026-08-31T10:00:00Z");

  test.each(["revoked", "suspended"] as const)("acts now, whatever was announced: %s", (kind) => {
    const certificate = certificateAfter(APPLIED, GRANTED, announced, at(kind, "2026-08-02T09:00:00Z"));
    expect(certificate.events.at(-1)?.at).toEqual(new Date("2026-08-02T09:00:00Z"));
    expect(stateAt(certificate, "2026-08-02T08:59:59.999Z")).toBe("granted");
    expect(stateAt(certificate, "2026-08-02T09:00:00Z")).toBe(kind);
    expect(stateAt(certificate, "2026-09-01T00:00:00Z")).toBe(kind);
    expect(readLog(certificate.events).undone).toEqual(new Map([[3, { how: "superseded", by: 4 }]]));
    expect(announcedAt(certificate.events, new Date("2026-08-03T00:00:00Z"))).toEqual([]);
  });

  test("does not go behind what took effect a moment ago, be its clock ever so late", () => {
    const revoked = certificateAfter(APPLIED, GRANTED, at("revoked", "2026-08-02T09:00:30Z"));
    const late = at("suspended", "2026-08-02T09:00:40Z", "2026-08-02T09:00:10Z");
    expect(tryStep(revoked, late)).toMatchObject({ failure: { reason: "in-the-past" } });
    const behind = tryStep(certificateAfter(APPLIED, GRANTED, at("suspended", "2026-08-02T09:00:30Z")), {
      ...at("revoked", "2026-08-02T09:00:29.990Z"),
    });
    expect(behind.ok && behind.value.at).toEqual(new Date("2026-08-02T09:00:30Z"));
  });
});

describe("an announced step", () => {
  const announced = certificateAfter(APPLIED, GRANTED, at("suspended", "2026-08-01T10:00:00Z", "2026-08-31T10:00:00Z"));
  const withdraw = (now: string, step: number, by = BODY): Step => ({
    now,
    kind: "withdrawn",
    step,
    reason: "Mended.",
    by,
  });

  test("is told from its recording to its effect, and no longer once it is taken back", () => {
    const told = (certificate: typeof announced, instant: string) =>
      certificateJson(certificate, new Date(instant), "public")["announced"];
    expect(told(announced, "2026-08-01T09:59:59Z")).toEqual([]);
    expect(told(announced, "2026-08-15T00:00:00Z")).toMatchObject([{ number: 3, kind: "suspended" }]);
    expect(told(announced, "2026-08-31T10:00:00Z")).toEqual([]);
    expect(publicEvents(announced.events, new Date("2026-08-15T00:00:00Z")).map(({ kind }) => kind)).toEqual([
      "granted",
    ]);
    const back = certificateAfter(
      APPLIED,
      GRANTED,
      at("suspended", "2026-08-01T10:00:00Z", "2026-08-31T10:00:00Z"),
      withdraw("2026-08-20T00:00:00Z", 3),
    );
    expect(told(back, "2026-08-19T23:59:59Z")).toMatchObject([{ number: 3 }]);
    expect(told(back, "2026-08-20T00:00:00Z")).toEqual([]);
    expect(stateAt(back, "2026-09-01T00:00:00Z")).toBe("granted");
  });

  test("cannot be taken back once it took effect, nor by the operator, nor one that is none", () => {
    expect(tryStep(announced, withdraw("2026-09-01T00:00:00Z", 3))).toMatchObject({
      failure: { reason: "not-announced" },
    });
    expect(tryStep(announced, withdraw("2026-08-20T00:00:00Z", 2))).toMatchObject({
      failure: { reason: "not-announced" },
    });
    expect(tryStep(announced, withdraw("2026-08-20T00:00:00Z", 3, OPERATOR))).toMatchObject({
      failure: { reason: "not-permitted" },
    });
    const ahead = { ...withdraw("2026-08-20T00:00:00Z", 3), at: new Date("2026-08-21T00:00:00Z") };
    expect(tryStep(announced, ahead)).toMatchObject({ failure: { reason: "only-now" } });
  });

  test("stays while another announced step needs it", () => {
    const both = certificateAfter(
      APPLIED,
      GRANTED,
      at("suspended", "2026-08-01T10:00:00Z", "2026-08-31T10:00:00Z"),
      at("reinstated", "2026-08-01T11:00:00Z", "2026-09-30T10:00:00Z"),
    );
    expect(tryStep(both, withdraw("2026-08-20T00:00:00Z", 3))).toMatchObject({
      failure: { reason: "still-needed", by: [{ number: 4 }] },
    });
  });

  test("of renewal says nothing of evidence, date or precedence before its instant", () => {
    const renewal: Step = {
      now: "2027-05-20T10:00:00Z",
      kind: "renewed",
      at: new Date("2027-06-20T10:00:00Z"),
      reason: "Again.",
      evidence: [{ reportUuid: "renewal-report", sha256: "cd".repeat(32) }],
    };
    const certificate = certificateAfter(APPLIED, GRANTED, renewal);
    const before = JSON.stringify(certificateJson(certificate, new Date("2027-06-20T09:59:59.999Z"), "public"));
    expect(before).not.toContain("renewal-report");
    expect(before).not.toContain("2028");
    const after = JSON.stringify(certificateJson(certificate, new Date("2027-06-20T10:00:00Z"), "public"));
    expect(after).toContain("renewal-report");
  });
});

describe("a grant that never ran", () => {
  const granted = certificateAfter(APPLIED, { ...GRANTED, from: "2026-09-01" });

  test.each([
    ["withdrawn by the body", BODY, "withdrawn"],
    ["withdrawn by the applicant", OPERATOR, "withdrawn"],
    ["revoked", BODY, "revoked"],
  ] as const)("is withdrawn, and never public, when it is %s", (_name, by, kind) => {
    const outcome = tryStep(granted, { now: "2026-08-01T00:00:00Z", by, kind, reason: "No." });
    expect(outcome).toMatchObject({ value: { kind: "withdrawn", at: new Date("2026-08-01T00:00:00Z") } });
    const events = outcome.ok ? [...granted.events, outcome.value] : [];
    for (const instant of ["2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z", "2030-01-01T00:00:00Z"]) {
      expect([stateAt({ events }, instant), wasGranted({ events }, new Date(instant))]).toEqual(["withdrawn", false]);
    }
  });

  test("can be suspended neither before it runs nor at the instant at which it would begin", () => {
    for (const ahead of [undefined, "2026-08-31T22:00:00Z"]) {
      expect(tryStep(granted, at("suspended", "2026-08-01T00:00:00Z", ahead))).toMatchObject({
        failure: { reason: "wrong-state", state: "applied" },
      });
    }
  });
});

test("a grant with two times is refused, because one of them would be another than was asked for", () => {
  const both = { ...GRANTED, from: "2026-08-01", at: new Date("2026-09-01T00:00:00Z") };
  expect(tryStep(certificateAfter(APPLIED), both)).toMatchObject({ failure: { reason: "two-times" } });
});

const KINDS = [
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
] as const;

const WISHES = fc.array(
  fc.record({
    // Most histories should get as far as a certificate.
    kind: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...KINDS) },
      { weight: 3, arbitrary: fc.constantFrom("granted", "suspended", "reinstated", "revoked", "renewed") },
    ),
    hoursLater: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 24 * 200 })),
    ahead: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 24 * 60 * 300 })), { nil: undefined }),
    step: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  }),
  { maxLength: 10 },
);

/** Logs that came about by taking steps. */
const HISTORIES = WISHES.map((wishes) => {
  let events: readonly CertificateEvent[] = certificateAfter(APPLIED).events;
  let now = Date.parse("2026-06-10T00:00:00Z");
  const asked: { readonly number: number; readonly at: Date; readonly kind: string }[] = [];
  for (const { kind, hoursLater, ahead, step } of wishes) {
    now += hoursLater * 3_600_000;
    const wanted = ahead === undefined ? {} : { at: new Date(now + ahead * 60_000) };
    const facts = { evidence: [], testcase: "t", outcome: "passed", ...(step === undefined ? {} : { step }) };
    const request = { kind, reason: "r", ...facts, ...wanted } as unknown as StepRequest;
    const outcome = takeStep({ subject: "demo-alpha", events }, request, BODY, {
      now: new Date(now),
      calendar: UTC_CALENDAR,
    });
    if (!outcome.ok) continue;
    events = [...events, outcome.value];
    asked.push({ number: outcome.value.number, at: wanted.at ?? new Date(now), kind });
  }
  return { events, asked };
});

/** Logs in any order of recording, whether or not the rules would have let them come about. */
const STATEMENTS = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      hoursLater: fc.integer({ min: 0, max: 3 }),
      ahead: fc.integer({ min: 0, max: 12 }),
      step: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((statements) => {
    let hour = 0;
    return statements.map(({ kind, hoursLater, ahead, step }, index) => {
      hour += hoursLater;
      const instant = (hours: number) => new Date(Date.parse("2026-06-10T00:00:00Z") + hours * 3_600_000);
      const term = { validFrom: instant(hour + ahead), validUntil: instant(hour + ahead + 6) };
      const facts = { ...term, ...(step === undefined ? {} : { step }) };
      const times = { at: instant(hour + ahead), recordedAt: instant(hour) };
      return { ...facts, ...times, number: index + 1, kind, by: "forum", reason: "r" } as unknown as CertificateEvent;
    });
  });

/** Every instant at which something could change, and its neighbors. */
function instantsOf(events: readonly CertificateEvent[]): readonly Date[] {
  const turns = events.flatMap((event) => [
    event.at,
    event.recordedAt,
    ...("validUntil" in event ? [event.validUntil] : []),
  ]);
  return turns.flatMap((turn) => [-1, 0].map((offset) => new Date(turn.getTime() + offset)));
}

function expectNewestStatement(events: readonly CertificateEvent[]): void {
  for (const instant of instantsOf(events)) {
    const { state, term } = statusAt({ events }, instant);
    expect({ state, term }).toEqual(worthAt(events, instant));
    expect(wasGranted({ events }, instant)).toBe(everGranted(events, instant));
  }
}

test(
  "in 10,000 histories the state at any instant is that of the newest recorded statement about it",
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(HISTORIES, ({ events }) => expectNewestStatement(events)),
      { numRuns: 10_000 },
    );
  },
);

test("so it is for every order in which statements could be recorded", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(STATEMENTS, (events) => expectNewestStatement(events)),
    { numRuns: 10_000 },
  );
});

test(
  "no step is taken at another time than asked for, and none changes what was said of the past",
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(HISTORIES, ({ events, asked }) => {
        for (const { number, at: wanted, kind } of asked) {
          const event = events[number - 1];
          expect(event?.at).toEqual(wanted);
          if (event === undefined) continue;
          const [before, after] = [events.slice(0, number - 1), events.slice(0, number)];
          for (const instant of instantsOf(before).filter((one) => one < event.at && one < event.recordedAt)) {
            const told = ({ state, isValid, term, since }: ReturnType<typeof statusAt>) => ({
              state,
              isValid,
              term,
              since,
            });
            expect(told(statusAt({ events: after }, instant))).toEqual(told(statusAt({ events: before }, instant)));
          }
          const isSafety = kind === "suspended" || kind === "revoked";
          if (isSafety)
            expect(statusAt({ events: after }, event.at)).toMatchObject({ isValid: false, state: event.kind });
        }
      }),
      { numRuns: 3_000 },
    );
  },
);

test("an empty log is worth nothing", () => {
  expect(worthAt(EMPTY.events, new Date(0))).toEqual({ state: "none", term: undefined });
});
