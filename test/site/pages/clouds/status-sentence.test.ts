import { expect, test } from "vitest";

import { faceOf } from "#core/badges/standing-face.ts";
import type { Certificate, CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import { standingAt } from "#core/compliance/standing/standing.ts";
import { termFrom } from "#core/compliance/certificates/term.ts";
import type { ResultValue } from "#core/compliance/standing/evaluate.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { statusSentence } from "#site/pages/clouds/status-sentence.ts";

import { scopeOf } from "../../../core/standards/scopes/scope-samples.ts";

const BERLIN = calendarOf("Europe/Berlin");
const NOW = new Date("2026-08-26T12:00:00Z"); // v2 effective, v1 about to retire
const SCOPE = scopeOf();

function certificate(version: string, ...kinds: readonly CertificateEvent["kind"][]): Certificate {
  const term = termFrom("2026-08-01", BERLIN);
  const steps = [{ kind: "granted", evidence: [], ...term }, ...kinds.map((kind) => ({ kind }))];
  const events = steps.map((facts, index) => {
    const at = new Date(term.validFrom.getTime() + index * 86_400_000);
    return { number: index + 1, at, recordedAt: at, by: "forum", reason: "It had to be", ...facts };
  });
  const scope = { uuid: SCOPE.uuid, alias: "sample", name: SCOPE.name };
  return {
    id: "2026-0001",
    number: 0,
    subject: "alpha",
    scope,
    version,
    regions: [],
    isDemo: false,
    events: events as CertificateEvent[],
  };
}

function say(values: Readonly<Record<string, ResultValue>>, held?: Certificate, instant = NOW): string {
  const results = Object.entries(values).map(([testcase, value]) => ({
    testcase,
    version: "*",
    value,
    checkedAt: "2026-08-26T01:00:00.000000Z",
    reportUuid: "99999999-2222-4333-8444-555555555555",
  }));
  const facts = {
    subject: "alpha",
    scope: SCOPE,
    results,
    certificates: held === undefined ? [] : [held],
    calendar: BERLIN,
  };
  const standing = standingAt(facts, instant);
  const face = faceOf({ scopeName: SCOPE.name, isDemo: false, calendar: BERLIN, ...standing });
  return statusSentence({ cloud: "Alpha", scope: SCOPE.name, face, standing, dateOf: (at) => BERLIN.dateOf(at) });
}

const PASS = { "flavor-names": 1, "image-names": 1 } as const;

test.each([
  ["all passes", PASS, "Alpha passes all 2 tests that Sample cloud v2 demands. It holds no certificate."],
  [
    "one fails",
    { ...PASS, "image-names": -1 },
    "Alpha passes Sample cloud v1, a version that is about to retire. It fails v2. It holds no certificate.",
  ],
  [
    "all fail",
    { "flavor-names": -1 },
    "Alpha fails 1 test of Sample cloud and so passes no version of it. It holds no certificate.",
  ],
  [
    "one is missing",
    { "flavor-names": 1 },
    "1 of the 2 tests that Sample cloud v2 demands have no current result, so nothing can be said of Alpha yet.",
  ],
  [
    "one gave no verdict",
    { ...PASS, "image-names": 0 },
    "Alpha fails none of the 2 tests that Sample cloud v2 demands; 1 of them gave no verdict in the last run. It holds no certificate.",
  ],
  ["nothing was reported", {}, "No results of Alpha count for Sample cloud at present."],
] as const)("without certificate: %s", (_name, values, sentence) => {
  expect(say(values)).toBe(sentence);
});

test.each([
  ["all passes", PASS, "Alpha is certified as Sample cloud v2 until 31 July 2027 and passes all 2 tests."],
  [
    "one fails",
    { ...PASS, "image-names": -1 },
    "Alpha is certified as Sample cloud v2 until 31 July 2027, but 1 of its 2 tests fails at present. A certificate is not revoked at once because a test fails.",
  ],
  [
    "one is missing",
    { "flavor-names": 1 },
    "Alpha is certified as Sample cloud v2 until 31 July 2027, but 1 of its 2 tests has no current result.",
  ],
  [
    "one gave no verdict",
    { ...PASS, "image-names": 0 },
    "Alpha is certified as Sample cloud v2 until 31 July 2027 and fails none of the 2 tests; 1 of them gave no verdict in the last run.",
  ],
] as const)("with a certificate: %s", (_name, values, sentence) => {
  expect(say(values, certificate("v2"))).toBe(sentence);
});

test.each([
  ["revoked", "v2", "The certificate of Alpha for Sample cloud v2 was revoked on 2 August 2026: It had to be."],
  ["suspended", "v2", "The certificate of Alpha for Sample cloud v2 is suspended since 2 August 2026: It had to be."],
] as const)("with a certificate that is %s", (kind, version, sentence) => {
  expect(say(PASS, certificate(version, kind))).toBe(sentence);
});

test("a certificate that ended, one that is yet to begin, one whose results expired, one that retires", () => {
  expect(say(PASS, certificate("v2"), new Date("2027-08-01T12:00:00Z"))).toBe(
    "The certificate of Alpha for Sample cloud v2 ended on 31 July 2027. All results of Alpha have expired; new ones were not reported in time.",
  );
  expect(say(PASS, certificate("v2"), new Date("2026-09-20T12:00:00Z"))).toContain(
    "but all its test results have expired",
  );
  expect(say(PASS, certificate("v1"))).toBe(
    "Alpha is certified as Sample cloud v1 until 31 July 2027 and passes the only test. The version is about to retire.",
  );
});
