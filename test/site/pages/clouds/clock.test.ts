/** Badge, status page, attestation and caches turn at exactly the same instant, whatever kind of fact changes. */
import { describe, expect, test } from "vitest";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { faceOf } from "#core/badges/standing-face.ts";
import { complianceAttestation } from "#core/compliance/certificates/compliance-attestation.ts";
import type { Certificate, CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import { standingAt, type StandingFacts } from "#core/compliance/standing/standing.ts";
import { termFrom } from "#core/compliance/certificates/term.ts";
import { historyRows } from "#core/compliance/history/history-rows.ts";
import { loadScope } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { DEFAULT_TREE_CONFIG } from "#core/standards/publishing/site-config.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { timestampOf } from "#core/base/time/timestamp.ts";
import { cloudScopePage } from "#site/pages/clouds/cloud-scope.tsx";

const BERLIN = calendarOf("Europe/Berlin");
const ISSUER = { did: "did:web:certs.example", name: "Forum", origin: "https://certs.example" };
const UUID = "11111111-2222-4333-8444-555555555555";

function scopeWith(timeline: string, lifetime = "year"): Scope {
  const { scope, findings } = loadScope(
    "scopes/sample.yaml",
    `name: Sample cloud
uuid: ${UUID}
scripts:
  - {executable: ./c, testcases: [{id: a, lifetime: ${lifetime}}]}
  - testcases: [{id: contract, lifetime: quarter}]
modules:
  - {id: m, targets: {main: [a], preview: [contract]}}
timeline: ${timeline}
versions: [{version: v1, stabilized_at: 2020-01-01, include: [m]}]
`,
  );
  if (scope === undefined) throw new Error(JSON.stringify(findings));
  return scope;
}

const ALWAYS = "[{date: 2020-01-01, versions: {v1: effective}}]";

/** A certificate that was granted on a date, and what happened to it at instants. */
function certificate(from: string, ...steps: readonly (readonly [CertificateEvent["kind"], string])[]): Certificate {
  const term = termFrom(from, BERLIN);
  const granted = { number: 1, kind: "granted", at: term.validFrom, recordedAt: term.validFrom, evidence: [], ...term };
  const events = [
    granted,
    ...steps.map(([kind, at], index) => ({ number: index + 2, kind, at: new Date(at), recordedAt: new Date(at) })),
  ];
  return {
    id: "2026-0001",
    number: 0,
    subject: "alpha",
    scope: { uuid: UUID, alias: "sample", name: "Sample cloud" },
    version: "v1",
    regions: [],
    isDemo: false,
    events: events.map((event) => ({ by: "forum", reason: "So it is.", ...event })) as unknown as CertificateEvent[],
  };
}

function facts(checkedAt: string, more: Partial<StandingFacts> = {}): StandingFacts {
  const reportUuid = "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e";
  const result = {
    testcase: "a",
    version: "*",
    value: 1,
    checkedAt: timestampOf(new Date(checkedAt)),
    reportUuid,
  } as const;
  return { subject: "alpha", scope: scopeWith(ALWAYS), results: [result], certificates: [], calendar: BERLIN, ...more };
}

/** Everything that anybody is told at an instant. */
function toldAt(known: StandingFacts, instant: Date) {
  const { scope, subject, calendar } = known;
  const standing = standingAt(known, instant);
  const face = faceOf({ scopeName: scope.name, isDemo: false, calendar, ...standing });
  const period = { from: new Date("2025-01-01T00:00:00Z"), to: new Date("2025-01-02T00:00:00Z") };
  const rows = historyRows([{ from: period.from, scope }], [], period, calendar);
  const page = cloudScopePage({
    site: { ...DEFAULT_TREE_CONFIG.site, timeZone: calendar.timeZone },
    subject,
    cloud: { name: "Alpha", provider: undefined, isDemo: false },
    providerId: undefined,
    alias: "sample",
    scope,
    instant,
    isPast: false,
    face,
    standing,
    certificates: known.certificates,
    history: { period, isCut: false, rows, compliance: undefined, annotations: [], certificates: [], calendar },
    since: new Map(),
    lastPasses: new Map(),
    lastCheckedAt: undefined,
  });
  const attestation = complianceAttestation(
    { subject, alias: "sample", scope, standing, isDemo: false, now: instant },
    ISSUER,
  );
  return { badge: drawBadge(face), page, attestation, nextChange: standing.nextChange };
}

/** What an attestation says, without the minute in which it was made. */
function claims(attestation: ReturnType<typeof toldAt>["attestation"]): unknown {
  return attestation?.["credentialSubject"];
}

type Told = "badge" | "page" | "attestation";
const ALL: readonly Told[] = ["badge", "page", "attestation"];

/** What changes, what is known, the instant, and what of badge, page and attestation looks different from then on. */
const CASES: readonly (readonly [string, StandingFacts, string, readonly Told[]])[] = [
  [
    "a result that expires",
    facts("2026-08-26T10:00:00Z", { scope: scopeWith(ALWAYS, "week") }),
    "2026-09-06T22:00:00.000Z",
    ALL,
  ],
  [
    "a result that expires on the day the clocks go forward",
    facts("2026-03-27T10:00:00Z", { scope: scopeWith(ALWAYS, "day") }),
    "2026-03-28T23:00:00.000Z",
    ALL,
  ],
  [
    "a result that expires the day after the clocks went forward",
    facts("2026-03-28T10:00:00Z", { scope: scopeWith(ALWAYS, "day") }),
    "2026-03-29T22:00:00.000Z",
    ALL,
  ],
  [
    "a result that expires the day after the clocks went back",
    facts("2026-10-24T10:00:00Z", { scope: scopeWith(ALWAYS, "day") }),
    "2026-10-25T23:00:00.000Z",
    ALL,
  ],
  [
    "a result of a leap day",
    facts("2028-02-28T10:00:00Z", { scope: scopeWith(ALWAYS, "day") }),
    "2028-02-29T23:00:00.000Z",
    ALL,
  ],
  [
    "a date of the timeline",
    facts("2026-08-26T10:00:00Z", {
      scope: scopeWith("[{date: 2020-01-01, versions: {v1: effective}}, {date: 2026-09-01, versions: {v1: warn}}]"),
    }),
    "2026-08-31T22:00:00.000Z",
    ["badge", "page"],
  ],
  [
    "a date of the timeline on a leap day",
    facts("2027-11-26T10:00:00Z", {
      scope: scopeWith(
        "[{date: 2020-01-01, versions: {v1: effective}}, {date: 2028-02-29, versions: {v1: deprecated}}]",
      ),
    }),
    "2028-02-28T23:00:00.000Z",
    ALL,
  ],
  [
    "a certificate that begins",
    facts("2026-08-26T10:00:00Z", { certificates: [certificate("2026-09-01")] }),
    "2026-08-31T22:00:00.000Z",
    ALL,
  ],
  [
    "a certificate that ends",
    facts("2027-03-20T10:00:00Z", { certificates: [certificate("2026-03-29", ["checked", "2027-03-01T00:00:00Z"])] }),
    "2027-03-28T22:00:00.000Z",
    ALL,
  ],
  [
    "a certificate of a leap day that ends",
    facts("2029-01-20T10:00:00Z", { certificates: [certificate("2028-02-29")] }),
    "2029-02-28T23:00:00.000Z",
    ALL,
  ],
  [
    "a revocation that was announced",
    facts("2026-08-26T10:00:00Z", {
      certificates: [certificate("2026-08-01", ["revoked", "2026-09-01T10:00:00.000Z"])],
    }),
    "2026-09-01T10:00:00.000Z",
    ALL,
  ],
  [
    "a suspension that was announced",
    facts("2026-08-26T10:00:00Z", {
      certificates: [certificate("2026-08-01", ["suspended", "2026-09-01T10:00:00.000Z"])],
    }),
    "2026-09-01T10:00:00.000Z",
    ALL,
  ],
  [
    "a manual check that is due soon",
    facts("2026-12-01T10:00:00Z", { certificates: [certificate("2026-07-01")] }),
    "2026-12-17T23:00:00.000Z",
    ["page"],
  ],
  [
    "a manual check that is overdue",
    facts("2026-12-20T10:00:00Z", { certificates: [certificate("2026-07-01")] }),
    "2026-12-31T23:00:00.000Z",
    ALL,
  ],
];

describe.each(CASES)("%s", (_name, known, change, changing) => {
  const at = new Date(change);
  const [before, last, first] = [at.getTime() - 40_000_000, at.getTime() - 1, at.getTime()].map((time) =>
    toldAt(known, new Date(time)),
  );

  test("is known ahead, to the millisecond: caches and attestations end with it", () => {
    expect(before?.nextChange?.toISOString()).toBe(change);
    expect(last?.nextChange?.toISOString()).toBe(change);
    expect(last?.attestation?.["validUntil"] ?? change).toBe(
      last?.attestation === undefined ? change : `${change.slice(0, 19)}Z`,
    );
  });

  test("changes nothing before its instant", () => {
    expect([last?.badge, last?.page, claims(last?.attestation)]).toEqual([
      before?.badge,
      before?.page,
      claims(before?.attestation),
    ]);
  });

  test.each(changing)("changes the %s at its instant", (what) => {
    const [a, b] = [last, first].map((told) =>
      what === "attestation" ? JSON.stringify(claims(told?.attestation)) : told?.[what],
    );
    expect(b).not.toEqual(a);
  });
});
