import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { endOfNextQuarter, manualChecksAt, nextManualChange } from "#core/compliance/certificates/manual-checks.ts";
import { missingPrerequisites } from "#core/compliance/certificates/prerequisites.ts";
import { retentionOf } from "#core/compliance/certificates/retention.ts";
import { statusAt, wasGranted } from "#core/compliance/certificates/status.ts";
import { addMonths, termFrom } from "#core/compliance/certificates/term.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { APPLIED, BERLIN, certificateAfter, EMPTY, GRANTED, type Step } from "./sample-certificate.ts";

const SUSPENDED: Step = { now: "2026-08-01T10:00:00Z", kind: "suspended", reason: "Tests fail for weeks." };
const REINSTATED: Step = { now: "2026-09-01T10:00:00Z", kind: "reinstated", reason: "Repaired." };
const RENEWED: Step = { now: "2027-05-02T10:00:00Z", kind: "renewed", reason: "Still good.", evidence: [] };

describe("a term of one year", () => {
  test.each([
    ["2026-07-01", "2026-06-30T22:00:00.000Z", "2027-06-30T22:00:00.000Z"],
    ["2028-02-29", "2028-02-28T23:00:00.000Z", "2029-02-28T23:00:00.000Z"],
    ["2027-02-28", "2027-02-27T23:00:00.000Z", "2028-02-27T23:00:00.000Z"],
    ["2027-03-01", "2027-02-28T23:00:00.000Z", "2028-02-29T23:00:00.000Z"],
    ["2026-03-29", "2026-03-28T23:00:00.000Z", "2027-03-28T22:00:00.000Z"],
    ["2026-10-25", "2026-10-24T22:00:00.000Z", "2027-10-24T22:00:00.000Z"],
  ])("from %s begins at %s and ends at %s, leap years and clock changes included", (date, from, until) => {
    const term = termFrom(date, BERLIN);
    expect([term.validFrom.toISOString(), term.validUntil.toISOString()]).toEqual([from, until]);
  });

  test("lasts 365 or 366 days in UTC, whatever the date", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          const { validFrom, validUntil } = termFrom(date.toISOString().slice(0, 10), UTC_CALENDAR);
          const days = (validUntil.getTime() - validFrom.getTime()) / 86_400_000;
          expect([365, 366]).toContain(days);
        },
      ),
    );
  });
});

describe("the status of a certificate", () => {
  const certificate = certificateAfter(APPLIED, GRANTED, SUSPENDED, REINSTATED, RENEWED);

  test.each([
    ["2026-05-31T00:00:00Z", "none", false],
    ["2026-06-15T00:00:00Z", "applied", false],
    ["2026-07-01T11:59:59.999Z", "applied", false],
    ["2026-07-01T12:00:00Z", "granted", true],
    ["2026-08-01T10:00:00Z", "suspended", false],
    ["2026-09-01T10:00:00Z", "granted", true],
    ["2027-05-02T10:00:00Z", "renewed", true],
    ["2027-07-15T00:00:00Z", "renewed", true],
    ["2028-06-30T21:59:59.999Z", "renewed", true],
    ["2028-06-30T22:00:00Z", "expired", false],
  ])("at %s is %s", (instant, state, isValid) => {
    expect(statusAt(certificate, new Date(instant))).toMatchObject({ state, isValid });
  });

  test("tells the next change, and stays the same until exactly then", () => {
    let instant = new Date("2026-01-01T00:00:00Z");
    const changes: string[] = [];
    for (;;) {
      const { nextChange, state } = statusAt(certificate, instant);
      if (nextChange === undefined) break;
      expect(statusAt(certificate, new Date(nextChange.getTime() - 1)).state).toBe(state);
      changes.push(nextChange.toISOString());
      instant = nextChange;
    }
    expect(changes).toEqual([
      "2026-06-01T10:00:00.000Z",
      "2026-07-01T12:00:00.000Z",
      "2026-08-01T10:00:00.000Z",
      "2026-09-01T10:00:00.000Z",
      "2027-05-02T10:00:00.000Z",
      "2027-06-30T22:00:00.000Z",
      "2028-06-30T22:00:00.000Z",
    ]);
  });

  test("has one term from the grant on when it is renewed in time, and a new one after a gap", () => {
    expect(statusAt(certificate, new Date("2027-07-15T00:00:00Z")).term?.validFrom).toEqual(
      BERLIN.startOf("2026-07-01"),
    );
    const late = certificateAfter(APPLIED, GRANTED, { ...RENEWED, now: "2027-09-01T10:00:00Z" });
    expect(statusAt(late, new Date("2027-08-01T00:00:00Z")).state).toBe("expired");
    expect(statusAt(late, new Date("2027-09-02T00:00:00Z")).term?.validFrom).toEqual(BERLIN.startOf("2027-09-01"));
  });

  test("ends with the term while it is suspended", () => {
    const suspended = certificateAfter(APPLIED, GRANTED, SUSPENDED);
    expect(statusAt(suspended, new Date("2027-06-30T22:00:00Z")).state).toBe("expired");
  });

  test("is nobody's business before it is granted", () => {
    expect(wasGranted(certificate, new Date("2026-07-01T11:59:59Z"))).toBe(false);
    expect(wasGranted(certificate, new Date("2026-07-01T12:00:00Z"))).toBe(true);
  });
});

describe("manual checks", () => {
  const granted = certificateAfter(APPLIED, GRANTED);
  const states = (certificate: typeof EMPTY, instant: string) =>
    manualChecksAt(certificate, ["backup"], new Date(instant), BERLIN).map(({ state, dueOn }) => `${state} ${dueOn}`);

  test("are not asked for before the certificate is granted", () => {
    expect(manualChecksAt(EMPTY, ["backup"], new Date(GRANTED.now), BERLIN)).toEqual([]);
  });

  test.each([
    ["2026-01-01", "2026-06-30"],
    ["2026-03-31", "2026-06-30"],
    ["2026-11-20", "2027-03-31"],
    ["2027-07-01", "2027-12-31"],
    ["2027-10-01", "2028-03-31"],
  ])("made on %s are due again by %s", (date, due) => {
    expect(endOfNextQuarter(date)).toBe(due);
  });

  test("turn due two weeks ahead and overdue at the end of the day, in the calendar of the site", () => {
    expect(states(granted, "2026-12-17T22:59:59Z")).toEqual(["passed 2026-12-31"]);
    expect(states(granted, "2026-12-17T23:00:00Z")).toEqual(["due 2026-12-31"]);
    expect(states(granted, "2026-12-31T22:59:59.999Z")).toEqual(["due 2026-12-31"]);
    expect(states(granted, "2026-12-31T23:00:00Z")).toEqual(["overdue 2026-12-31"]);
    const checks = manualChecksAt(granted, ["backup"], new Date("2026-12-01T00:00:00Z"), BERLIN);
    expect(nextManualChange(checks, new Date("2026-12-01T00:00:00Z"), BERLIN)).toEqual(
      new Date("2026-12-17T23:00:00Z"),
    );
  });

  test("that failed are due on the date that was agreed on", () => {
    const failed = certificateAfter(APPLIED, GRANTED, {
      now: "2026-08-01T10:00:00Z",
      kind: "checked",
      reason: "No restore test.",
      testcase: "backup",
      outcome: "failed",
      evidence: "https://docs.example/1",
      repeatOn: "2026-09-15",
    });
    expect(states(failed, "2026-08-02T00:00:00Z")).toEqual(["failed 2026-09-15"]);
    expect(states(failed, "2026-09-15T22:00:00Z")).toEqual(["overdue 2026-09-15"]);
  });
});

test("a prerequisite is met by a valid certificate of the same subject, and by nothing less", () => {
  const needed = [{ scopeName: "SCS-compatible IaaS" }];
  const held = certificateAfter(APPLIED, GRANTED);
  const missing = (instant: string, subject = "demo-alpha", versions?: string[]) =>
    missingPrerequisites(
      needed.map((one) => (versions === undefined ? one : { ...one, versions })),
      [held],
      subject,
      new Date(instant),
    ).length;
  expect(missing("2026-08-01T00:00:00Z")).toBe(0);
  expect(missing("2026-06-15T00:00:00Z")).toBe(1);
  expect(missing("2027-08-01T00:00:00Z")).toBe(1);
  expect(missing("2026-08-01T00:00:00Z", "demo-bravo")).toBe(1);
  expect(missing("2026-08-01T00:00:00Z", "demo-alpha", ["v5.1"])).toBe(0);
  expect(missing("2026-08-01T00:00:00Z", "demo-alpha", ["v6"])).toBe(1);
});

test("months are added by the calendar, never past the end of a month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
  expect(addMonths("2026-12-31", 12)).toBe("2027-12-31");
});

test("a page stays three months, its content a year after the certificate ended", () => {
  const { onlineUntil, keptUntil } = retentionOf(BERLIN.startOf("2027-07-01"), BERLIN);
  expect(onlineUntil).toEqual(BERLIN.startOf("2027-10-01"));
  expect(keptUntil).toEqual(BERLIN.startOf("2028-07-01"));
});
