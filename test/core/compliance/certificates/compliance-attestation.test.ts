import { expect, test } from "vitest";

import { complianceAttestation } from "#core/compliance/certificates/compliance-attestation.ts";
import { standingAt } from "#core/compliance/standing/standing.ts";
import type { ReportedResult, ResultValue } from "#core/compliance/standing/evaluate.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

const BERLIN = calendarOf("Europe/Berlin");
const ISSUER = { did: "did:web:certs.example", name: "Forum", origin: "https://certs.example" };
const SCOPE = `name: Sample
uuid: 11111111-2222-4333-8444-555555555555
scripts: [{executable: ./c, testcases: [{id: a, lifetime: day}]}]
modules: [{id: m, targets: {main: [a]}}]
timeline: [{date: 2020-01-01, versions: {v1: effective}}, {date: 2026-12-24, versions: {v1: deprecated}}]
versions: [{version: v1, stabilized_at: 2020-01-01, include: [m]}]
`;

function attest(now: string, checkedAt: string, value: ResultValue = 1) {
  const { scope } = loadScope("scopes/sample.yaml", SCOPE);
  const reportUuid = "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e";
  const result: ReportedResult = { testcase: "a", version: "*", value, checkedAt, reportUuid };
  const facts = { subject: "alpha", scope: scope as Scope, results: [result], certificates: [], calendar: BERLIN };
  const attested = { subject: "alpha", alias: "sample", scope: scope as Scope, isDemo: false, now: new Date(now) };
  return complianceAttestation({ ...attested, standing: standingAt(facts, attested.now) }, ISSUER);
}

test.each([
  ["until the first result expires", "2026-11-20T12:00:00Z", "2026-11-20T06:00:00.000000Z", "2026-11-21T23:00:00Z"],
  ["until the timeline changes", "2026-12-23T12:00:00Z", "2026-12-23T06:00:00.000000Z", "2026-12-23T23:00:00Z"],
  ["across a change of the clocks", "2026-10-24T23:30:00Z", "2026-10-24T06:00:00.000000Z", "2026-10-25T23:00:00Z"],
])("an attestation holds %s", (_name, now, checkedAt, validUntil) => {
  expect(attest(now, checkedAt)).toMatchObject({ validUntil });
});

test("it begins with the minute, so that one minute has one attestation", () => {
  const [first, last] = ["2026-11-20T12:00:00Z", "2026-11-20T12:00:59.999Z"].map((now) =>
    attest(now, "2026-11-20T06:00:00.000000Z"),
  );
  expect(first).toMatchObject({ validFrom: "2026-11-20T12:00:00Z" });
  expect(last).toEqual(first);
});

test.each([
  ["fails", "2026-11-20T12:00:00Z", -1 as const],
  ["had no verdict", "2026-11-20T12:00:00Z", 0 as const],
  ["has expired", "2026-11-22T12:00:00Z", 1 as const],
  ["passes a version that is no longer in force", "2026-12-24T12:00:00Z", 1 as const],
])("nothing is attested for a cloud whose test %s", (_name, now, value) => {
  const checkedAt = now > "2026-12" ? "2026-12-23T12:00:00.000000Z" : "2026-11-20T06:00:00.000000Z";
  expect(attest(now, checkedAt, value)).toBeUndefined();
});
