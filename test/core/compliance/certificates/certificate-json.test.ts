import { describe, expect, test } from "vitest";

import { certificateJson, publicEvents, revocationJson } from "#core/compliance/certificates/certificate-json.ts";

import { APPLIED, certificateAfter, GRANTED, type Step } from "./sample-certificate.ts";

const CHECKED: Step = {
  now: "2026-08-01T10:00:00Z",
  kind: "checked",
  reason: "Restored a backup.",
  testcase: "backup",
  outcome: "passed",
  evidence: "https://docs.example/secret",
};
const REVOCATION: Step = {
  now: "2026-09-01T10:00:00Z",
  kind: "revoked",
  reason: "The cloud goes.",
  at: new Date("2026-10-01T00:00:00Z"),
};
const CERTIFICATE = certificateAfter(APPLIED, GRANTED, CHECKED, REVOCATION);
const BEFORE = new Date("2026-09-15T00:00:00Z");
const AFTER = new Date("2026-10-01T00:00:00Z");

const COMMON = {
  id: "2026-0001",
  subject: "demo-alpha",
  scope: CERTIFICATE.scope,
  version: "v5.1",
  demo: true,
  validFrom: "2026-06-30T22:00:00.000Z",
  validUntil: "2027-06-30T22:00:00.000Z",
  page: "/certificates/2026-0001",
};
const TERM = { validFrom: COMMON.validFrom, validUntil: COMMON.validUntil };
const GRANT = {
  number: 2,
  kind: "granted",
  by: "forum",
  reason: "All tests pass.",
  at: "2026-07-01T12:00:00.000Z",
  recordedAt: "2026-07-01T12:00:00.000Z",
  evidence: [{ reportUuid: "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e", sha256: "ab".repeat(32) }],
  validFrom: "2026-06-30T22:00:00.000Z",
  validUntil: "2027-06-30T22:00:00.000Z",
};
const CHECK = {
  number: 3,
  kind: "checked",
  by: "forum",
  reason: "Restored a backup.",
  at: "2026-08-01T10:00:00.000Z",
  recordedAt: "2026-08-01T10:00:00.000Z",
  testcase: "backup",
  outcome: "passed",
};
const REVOKED = {
  number: 4,
  kind: "revoked",
  by: "forum",
  reason: "The cloud goes.",
  at: "2026-10-01T00:00:00.000Z",
  recordedAt: "2026-09-01T10:00:00.000Z",
};

describe("a certificate as JSON", () => {
  test("tells the public what happened and what is announced, and neither the application nor where evidence lies", () => {
    expect(certificateJson(CERTIFICATE, BEFORE, "public")).toEqual({
      ...COMMON,
      regions: ["alpha-1"],
      state: "granted",
      valid: true,
      since: "2026-07-01T12:00:00.000Z",
      term: TERM,
      terms: [TERM],
      gaps: [],
      nextChange: "2026-10-01T00:00:00.000Z",
      statusPage: "/certification/demo-alpha/scs-compatible-iaas",
      events: [GRANT, CHECK],
      announced: [REVOKED],
    });
  });

  test("tells of an announced step that it happened when it did", () => {
    expect(certificateJson(CERTIFICATE, AFTER, "public")).toMatchObject({
      state: "revoked",
      valid: false,
      nextChange: undefined,
      events: [GRANT, CHECK, REVOKED],
      announced: [],
    });
  });

  test("tells the parties all of it", () => {
    const { events } = certificateJson(CERTIFICATE, BEFORE, "parties");
    expect(events).toMatchObject([
      { kind: "applied" },
      GRANT,
      { ...CHECK, evidence: "https://docs.example/secret" },
      REVOKED,
    ]);
  });

  test("tells the parties of an announced step that was taken back", () => {
    const back: Step = { now: "2026-09-02T10:00:00Z", kind: "withdrawn", step: 4, reason: "It stays." };
    const certificate = {
      ...CERTIFICATE,
      events: certificateAfter(APPLIED, GRANTED, CHECKED, REVOCATION, back).events,
    };
    const { events, announced } = certificateJson(certificate, BEFORE, "parties");
    const undone = (events as Record<string, unknown>[]).map((event) => "undone" in event);
    expect(undone).toEqual([false, false, false, true, false]);
    expect(announced).toEqual([]);
    expect(publicEvents(certificate.events, AFTER).map(({ kind }) => kind)).toEqual(["granted", "checked"]);
  });

  test("says nothing of validity before it was granted", () => {
    const { validFrom, validUntil, state, events } = certificateJson(certificateAfter(APPLIED), BEFORE, "public");
    expect([validFrom, validUntil, state, events]).toEqual([undefined, undefined, "applied", []]);
  });
});

test("the revocation list says when, why and by whom", () => {
  expect(revocationJson(CERTIFICATE, AFTER)).toEqual({
    ...COMMON,
    revokedAt: "2026-10-01T00:00:00.000Z",
    reason: "The cloud goes.",
    by: "forum",
  });
});

test.each(["applied", "questioned", "rejected", "withdrawn"] as const)("that one was %s is not public", (kind) => {
  const at = new Date("2026-06-01T00:00:00Z");
  expect(publicEvents([{ kind, number: 1, at, recordedAt: at, by: "a", reason: "b" }], BEFORE)).toEqual([]);
});
