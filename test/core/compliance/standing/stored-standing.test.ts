// What is stored of a standing is what `standingAt` said, and it says so until the next change.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays } from "#core/base/time/calendar.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import { evaluateScope, withDrafts } from "#core/compliance/standing/evaluate.ts";
import { standingAt, type StandingFacts } from "#core/compliance/standing/standing.ts";
import { readStanding, STANDING_VERSION, writeStanding } from "#core/compliance/standing/stored-standing.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";

import { APPLIED, BERLIN, certificateAfter, EMPTY, GRANTED, type Step } from "../certificates/sample-certificate.ts";
import { scopeOf } from "../../standards/scopes/scope-samples.ts";
import { dateWithin, reports, scopes } from "./evaluate-arbitraries.ts";

const RUNS = 400;

const SUSPENDED: Step = { now: "2026-07-20T08:00:00Z", kind: "suspended", reason: "It waits." };
const REVOKED: Step = { now: "2026-08-20T08:00:00Z", kind: "revoked", reason: "It is over." };
const CHECKED: Step = {
  now: "2026-07-02T08:00:00Z",
  kind: "checked",
  reason: "We looked.",
  testcase: "contract",
  outcome: "passed",
  evidence: "A file.",
};
const FAILED: Step = {
  ...CHECKED,
  now: "2026-07-03T08:00:00Z",
  outcome: "failed",
  repeatOn: addDays("2026-07-03", 20),
};

const logs: readonly (readonly Step[])[] = [
  [],
  [APPLIED],
  [APPLIED, GRANTED],
  [APPLIED, GRANTED, CHECKED],
  [APPLIED, GRANTED, FAILED, SUSPENDED],
  [APPLIED, GRANTED, SUSPENDED, REVOKED],
];

const SUBJECT = "demo-alpha";

/** A certificate of the cloud for a version of a scope. */
function certificateFor(scope: Scope, log: readonly Step[]): readonly Certificate[] {
  if (log.length === 0) return [];
  const version = scope.versions[0]?.name ?? "";
  return [{ ...EMPTY, ...certificateAfter(...log), scope: { ...EMPTY.scope, uuid: scope.uuid }, version }];
}

const facts = fc
  .record({ scope: fc.oneof(scopes, fc.constant(scopeOf())), results: reports, log: fc.constantFrom(...logs) })
  .map(({ scope, results, log }): StandingFacts => {
    return { subject: SUBJECT, scope, results, certificates: certificateFor(scope, log), calendar: BERLIN };
  });

const instants = dateWithin("2025-06-01", "2028-12-31");

describe("a stored standing", () => {
  test("is read as it was written, whatever the facts and the instant", () => {
    fc.assert(
      fc.property(facts, instants, (known, instant) => {
        const standing = standingAt(known, instant);
        expect(readStanding(known.scope, writeStanding(known.scope, standing))).toEqual(standing);
      }),
      { numRuns: RUNS },
    );
  });

  test("stays the standing until just before the next change, and is another one then", () => {
    fc.assert(
      fc.property(facts, instants, fc.nat(1_000_000_000), (known, instant, later) => {
        const stored = writeStanding(known.scope, standingAt(known, instant));
        const next = standingAt(known, instant).nextChange?.getTime() ?? Number.POSITIVE_INFINITY;
        const within = new Date(Math.min(next - 1, instant.getTime() + later));
        expect(writeStanding(known.scope, standingAt(known, within))).toBe(stored);
        if (Number.isFinite(next)) {
          expect(writeStanding(known.scope, standingAt(known, new Date(next)))).not.toBe(stored);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("says with drafts what the evaluation with drafts says", () => {
    fc.assert(
      fc.property(facts, instants, (known, instant) => {
        const { scope, results, calendar } = known;
        const { evaluation } = standingAt(known, instant);
        const options = { now: instant, calendar, includeDrafts: true };
        expect(withDrafts(scope, evaluation)).toEqual(evaluateScope(scope, results, options));
      }),
      { numRuns: RUNS },
    );
  });

  test("that is damaged, or is of another scope, is none: never a wrong one and never an error", () => {
    const sample = scopeOf();
    const known: StandingFacts = {
      subject: SUBJECT,
      scope: sample,
      results: [result("flavor-names", 1), result("image-names", -1)],
      certificates: certificateFor(sample, [APPLIED, GRANTED, FAILED]),
      calendar: BERLIN,
    };
    const text = writeStanding(sample, standingAt(known, new Date("2026-07-10T00:00:00Z")));
    for (let length = 0; length < text.length; length += 1) {
      expect(readStanding(sample, text.slice(0, length))).toBeUndefined();
    }
    const members = Object.keys(JSON.parse(text) as object);
    for (const member of members) {
      const without = { ...(JSON.parse(text) as Record<string, unknown>) };
      delete without[member];
      expect(readStanding(sample, JSON.stringify(without)), member).toBeUndefined();
    }
    const smaller = scopeOf(
      JSON.stringify({
        name: "Small",
        uuid: sample.uuid,
        scripts: [{ testcases: [{ id: "one" }] }],
        modules: [{ id: "m", targets: { main: ["one"] } }],
        versions: [{ version: "v9", include: ["m"] }],
        timeline: [],
      }),
    );
    expect(readStanding(smaller, text)).toBeUndefined();
  });
});

function result(testcase: string, value: 1 | 0 | -1) {
  return {
    testcase,
    version: "*",
    value,
    checkedAt: "2026-07-09T10:00:00.000000Z",
    reportUuid: "99999999-2222-4333-8444-555555555555",
  };
}

/** What these facts come to under each version of the judge. Whoever sees another text raises the version and adds a line. */
const GOLDEN: Readonly<Record<number, string>> = { 1: "bb554e7f77f3f336" };

test("the version of the judge is raised when it judges or writes otherwise", async () => {
  const sample = scopeOf();
  const texts = [
    "2026-06-15",
    "2026-07-10",
    "2026-07-12",
    "2026-09-20",
    "2026-11-01",
    "2027-09-01",
    "2028-09-01",
  ].flatMap((date) =>
    logs.map((log) =>
      writeStanding(
        sample,
        standingAt(
          {
            subject: SUBJECT,
            scope: sample,
            results: [result("flavor-names", 1), result("image-names", 0), result("entropy", -1)],
            certificates: certificateFor(sample, log),
            calendar: BERLIN,
          },
          new Date(`${date}T00:00:00Z`),
        ),
      ),
    ),
  );
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(texts.join("\n")));
  const digest = [...new Uint8Array(bytes).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  expect(GOLDEN[STANDING_VERSION], "raise STANDING_VERSION in core/compliance/standing/stored-standing.ts").toBe(
    digest,
  );
});
