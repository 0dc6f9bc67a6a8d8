import { expect, test } from "vitest";

import { groupFace } from "#core/badges/group-face.ts";
import { faceOf, plainFace, recommendedFace } from "#core/badges/standing-face.ts";
import type { Certificate, CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import { standingAt } from "#core/compliance/standing/standing.ts";
import { evaluateScope, type ResultValue } from "#core/compliance/standing/evaluate.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";

import { SAMPLE_SCOPE as SAMPLE, scopeOf } from "../standards/scopes/scope-samples.ts";

const SCOPE = scopeOf();

/** In the sample v2 demands flavor-names and image-names, the older v1 only flavor-names. */
function face(values: Readonly<Record<string, ResultValue>>, day = "2026-08-26", hasReported = true, isDemo = false) {
  const results = Object.entries(values).map(([testcase, value]) => ({
    testcase,
    version: "*",
    value,
    checkedAt: `${day}T01:00:00.000000Z`,
    reportUuid: "r",
  }));
  const now = new Date("2026-08-26T12:00:00Z");
  const evaluation = evaluateScope(SCOPE, results, { now, calendar: UTC_CALENDAR });
  return faceOf({ scopeName: SCOPE.name, evaluation, hasReported, isDemo });
}

test.each([
  ["everything passes", { "flavor-names": 1, "image-names": 1 }, "passing", "fair", "v2 passing"],
  ["a test gave no verdict", { "flavor-names": 1, "image-names": 0 }, "undecided", "fair", "v2 passing, 1 undecided"],
  [
    "only the version about to retire passes",
    { "flavor-names": 1, "image-names": -1 },
    "retiring",
    "caution",
    "v1 passing, retires soon",
  ],
  ["results are missing", { "flavor-names": 1 }, "incomplete", "caution", "1 result missing for v2"],
  ["every version fails", { "flavor-names": -1, "image-names": 1 }, "failing", "bad", "1 test failing"],
] as const)("when %s", (_name, values, kind, tone, message) => {
  expect(face(values)).toMatchObject({ kind, tone, message, label: "Sample cloud" });
});

test("when the only version that passes is retired, the badge is not green", () => {
  const timeline = "timeline:\n  - {date: 2026-01-01, versions: {v2: effective, v1: deprecated}}\n";
  const scope = scopeOf(SAMPLE.replace(/timeline:\n(?: {2}-.*\n)+/, timeline));
  const results = [
    { testcase: "flavor-names", value: 1 as const },
    { testcase: "image-names", value: -1 as const },
  ].map((one) => ({ ...one, version: "*", checkedAt: "2026-08-26T01:00:00.000000Z", reportUuid: "r" }));
  const now = new Date("2026-08-26T12:00:00Z");
  const evaluation = evaluateScope(scope, results, { now, calendar: UTC_CALENDAR });
  expect(faceOf({ scopeName: "x", evaluation, hasReported: true, isDemo: false })).toMatchObject({
    kind: "retired",
    tone: "bad",
    message: "only v1, retired",
  });
});

test("when all results have expired", () => {
  expect(face({ "flavor-names": 1 }, "2026-08-01")).toMatchObject({ kind: "expired", message: "results expired" });
});

test("when the subject never reported", () => {
  expect(face({}, undefined, false)).toMatchObject({ kind: "no-results", message: "no results yet" });
});

test("a demonstration says so", () => {
  expect(face({}, undefined, false, true).label).toBe("demo · Sample cloud");
});

test("what is unknown is said in words", () => {
  expect(plainFace("unknown-subject", "Sample cloud")).toMatchObject({
    label: "Sample cloud",
    message: "unknown cloud",
  });
  expect(plainFace("unknown-scope")).toMatchObject({ label: "certification", message: "unknown scope" });
  expect(plainFace("unavailable", undefined, "de")).toMatchObject({
    label: "Zertifizierung",
    message: "Status nicht abrufbar",
  });
});

const BASE = { number: 1, recordedAt: new Date("2026-07-01T00:00:00Z"), by: "forum", reason: "It is so." };
const GRANTED: CertificateEvent = {
  ...BASE,
  at: new Date("2026-07-01T00:00:00Z"),
  kind: "granted",
  evidence: [],
  validFrom: new Date("2026-07-01T00:00:00Z"),
  validUntil: new Date("2027-07-01T00:00:00Z"),
};

/** The face of a subject with a certificate for v2, by default on a day on which it is valid. */
function certifiedFace(
  values: Readonly<Record<string, ResultValue>>,
  {
    steps = [],
    now = "2026-08-26T12:00:00Z",
    version = "v2",
    scope = SCOPE,
  }: { steps?: readonly CertificateEvent[]; now?: string; version?: string; scope?: typeof SCOPE } = {},
  language: "en" | "de" = "en",
) {
  const instant = new Date(now);
  const certificate: Certificate = {
    id: "2026-0001",
    number: 0,
    subject: "alpha",
    scope: { uuid: scope.uuid, alias: "sample", name: scope.name },
    version,
    regions: [],
    isDemo: false,
    events: [GRANTED, ...steps],
  };
  const results = Object.entries(values).map(([testcase, value]) => ({
    testcase,
    version: "*",
    value,
    checkedAt: `${now.slice(0, 10)}T01:00:00.000000Z`,
    reportUuid: "r",
  }));
  const facts = { subject: "alpha", scope, results, certificates: [certificate], calendar: UTC_CALENDAR };
  const standing = standingAt(facts, instant);
  return faceOf({ scopeName: scope.name, isDemo: false, calendar: UTC_CALENDAR, ...standing }, language);
}

const ALL_PASS = { "flavor-names": 1, "image-names": 1 } as const;
const step = (kind: "suspended" | "reinstated" | "revoked", at: string): CertificateEvent => ({
  ...BASE,
  number: 2,
  kind,
  at: new Date(at),
});

test("a certificate and passing tests make it certified, with the last day on the seal", () => {
  expect(certifiedFace(ALL_PASS)).toMatchObject({
    kind: "certified",
    tone: "good",
    message: "v2 certified",
    seal: { level: "Sample", layer: "cloud", version: "v2", word: "certified", detail: "until 30 June 2027" },
  });
  expect(certifiedFace(ALL_PASS, {}, "de")).toMatchObject({
    message: "v2 zertifiziert",
    seal: { word: "zertifiziert", detail: "bis 30. Juni 2027" },
  });
});

test.each([
  ["a failing test", { "flavor-names": 1, "image-names": -1 }, "failing", "bad", "v2 certified, 1 test failing"],
  ["a missing result", { "flavor-names": 1 }, "incomplete", "caution", "v2 certified, 1 result missing"],
  ["a test without verdict", { ...ALL_PASS, "image-names": 0 }, "undecided", "fair", "v2 certified, 1 undecided"],
  ["no live result", {}, "expired", "caution", "v2 certified, results expired"],
] as const)("a certificate does not hide %s", (_name, values, kind, tone, message) => {
  expect(certifiedFace(values)).toMatchObject({ kind, tone, message });
});

test("a certificate for a version about to retire says so, and one for a retired version too", () => {
  expect(certifiedFace(ALL_PASS, { version: "v1" })).toMatchObject({
    kind: "retiring",
    message: "v1 certified, retires soon",
    seal: { detail: "until 30 June 2027" },
  });
  expect(certifiedFace(ALL_PASS, { version: "v0" })).toMatchObject({
    kind: "retired",
    message: "v0 certified, retired",
  });
});

test("suspension and revocation come before everything, and reinstatement ends the one", () => {
  const suspended = step("suspended", "2026-08-01T00:00:00Z");
  expect(certifiedFace(ALL_PASS, { steps: [suspended] })).toMatchObject({
    kind: "suspended",
    tone: "caution",
    message: "certificate suspended",
  });
  const reinstated = step("reinstated", "2026-08-02T00:00:00Z");
  expect(certifiedFace(ALL_PASS, { steps: [suspended, reinstated] }).kind).toBe("certified");
  const revoked = step("revoked", "2026-08-01T00:00:00Z");
  expect(certifiedFace(ALL_PASS, { steps: [revoked] })).toMatchObject({
    kind: "revoked",
    tone: "bad",
    message: "certificate revoked",
  });
});

test("the last instant of a certificate is certified, the next one is expired", () => {
  expect(certifiedFace(ALL_PASS, { now: "2027-06-30T23:59:59.999Z" }).kind).toBe("certified");
  expect(certifiedFace(ALL_PASS, { now: "2027-07-01T00:00:00.000Z" })).toMatchObject({
    kind: "expired",
    message: "certificate expired",
  });
});

test("an announced revocation does not show before its instant", () => {
  const steps = [step("revoked", "2026-08-26T12:00:00.001Z")];
  expect(certifiedFace(ALL_PASS, { steps }).kind).toBe("certified");
});

test("several clouds are as good as the worst of them", () => {
  const good = certifiedFace(ALL_PASS);
  const bad = face({ "flavor-names": -1, "image-names": 1 });
  expect(groupFace("Alpha Inc.", [good, bad, good])).toMatchObject({
    kind: "failing",
    tone: "bad",
    label: "Alpha Inc.",
    message: "1 of 3 failing",
  });
  expect(groupFace("Alpha Inc.", [good, good])).toMatchObject({ kind: "certified", message: "2 of 2 certified" });
  expect(groupFace("Alpha Inc.", [good, good], "de")).toMatchObject({ message: "2 von 2 zertifiziert" });
  expect(groupFace("Alpha Inc.", [])).toBeUndefined();
});

test("recommendations are counted, and nobody fails them", () => {
  const standing = (values: Readonly<Record<string, ResultValue>>) => {
    const results = Object.entries(values).map(([testcase, value]) => ({
      testcase,
      version: "*",
      value,
      checkedAt: "2026-08-26T01:00:00.000000Z",
      reportUuid: "r",
    }));
    const evaluation = evaluateScope(SCOPE, results, { now: new Date("2026-08-26T12:00:00Z"), calendar: UTC_CALENDAR });
    return { scopeName: SCOPE.name, isDemo: false, evaluation };
  };
  const advice = [{ id: "m", name: "m", targets: new Map([["recommended", ["flavor-names", "image-names"]]]) }];
  const score = (values: Readonly<Record<string, ResultValue>>) =>
    recommendedFace(standing(values), { modules: advice });
  expect(score({ "flavor-names": -1, "image-names": 1 })).toMatchObject({
    label: "Sample cloud · recommendations",
    message: "1 of 2 met",
    tone: "neutral",
  });
  expect(score(ALL_PASS)).toMatchObject({ message: "2 of 2 met", tone: "good" });
  expect(recommendedFace(standing({}), { modules: [] }).message).toBe("nothing recommended");
});
