import { describe, expect, test } from "vitest";

import {
  CERTIFICATE_CONTEXT,
  CERTIFICATE_CONTEXT_PATH,
  certificateCredential,
  credentialCreatedAt,
  newestDecision,
  statusListUrl,
  statusPagePath,
} from "#core/compliance/certificates/certificate-credential.ts";

import { APPLIED, certificateAfter, GRANTED, type Step } from "./sample-certificate.ts";

const ISSUER = { did: "did:web:certs.example", name: "Forum", origin: "https://certs.example" };
const RENEWED: Step = {
  now: "2027-05-01T10:00:00Z",
  kind: "renewed",
  reason: "Still good.",
  at: new Date("2027-06-01T10:00:00Z"),
  evidence: [],
};
const CERTIFICATE = { ...certificateAfter(APPLIED, GRANTED), subject: "demo/alpha", number: 131_073 };
const NOW = new Date("2026-11-20T12:00:00Z");

function credential(certificate = CERTIFICATE, instant = NOW) {
  return certificateCredential(certificate, ISSUER, instant);
}

describe("the credential of a certificate", () => {
  test("says all that the certificate says, in the words of Open Badges", () => {
    expect(credential()).toEqual({
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://certs.example/contexts/certificate-v1.jsonld",
      ],
      id: "https://certs.example/certificates/2026-0001",
      type: ["VerifiableCredential", "OpenBadgeCredential", "CertificateCredential"],
      name: "SCS-compatible IaaS v5.1 - demo/alpha (demonstration)",
      issuer: { id: "did:web:certs.example", type: ["Profile"], name: "Forum" },
      validFrom: "2026-06-30T22:00:00Z",
      validUntil: "2027-06-30T22:00:00Z",
      credentialSubject: {
        id: "https://certs.example/subjects/demo%2Falpha",
        type: ["AchievementSubject"],
        achievement: {
          id: "https://certs.example/certification/scopes/scs-compatible-iaas#v5.1",
          type: ["Achievement"],
          achievementType: "Certification",
          name: "SCS-compatible IaaS v5.1",
          description: "Every requirement of SCS-compatible IaaS v5.1 is met, and tests keep proving it.",
          criteria: { id: "https://certs.example/certification/scopes/scs-compatible-iaas" },
        },
        certificate: {
          number: "2026-0001",
          subject: "demo/alpha",
          regions: ["alpha-1"],
          scope: "urn:uuid:50393e6f-2ae1-4c5c-a62c-3b75f2abef3f",
          version: "v5.1",
          statusPage: "https://certs.example/certification/demo%2Falpha/scs-compatible-iaas",
        },
      },
      credentialStatus: [
        expect.objectContaining({ statusPurpose: "revocation", statusListIndex: "1" }),
        expect.objectContaining({ statusPurpose: "suspension", statusListIndex: "1" }),
      ],
      evidence: [
        {
          id: "https://certs.example/certification/reports/1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e",
          type: ["Evidence"],
          name: "Signed compliance report",
          description: `SHA-256 of the signed bytes: ${"ab".repeat(32)}`,
        },
      ],
    });
  });

  test("names its status lists by purpose and number", () => {
    const { credentialStatus } = credential() as { credentialStatus: { statusListCredential: string }[] };
    expect(credentialStatus.map(({ statusListCredential }) => statusListCredential)).toEqual([
      "https://certs.example/status-lists/revocation/2",
      "https://certs.example/status-lists/suspension/2",
    ]);
    expect(statusListUrl("https://a.example", "suspension", 3)).toBe("https://a.example/status-lists/suspension/3");
  });

  test("calls a demonstration by its name, and nothing else", () => {
    expect(credential({ ...CERTIFICATE, isDemo: false })?.["name"]).toBe("SCS-compatible IaaS v5.1 - demo/alpha");
  });

  test("is not there before the grant", () => {
    expect(credential(CERTIFICATE, new Date("2026-07-01T11:59:59Z"))).toBeUndefined();
    expect(credential({ ...CERTIFICATE, events: [] })).toBeUndefined();
  });

  test("carries the term that runs, never two at once", () => {
    const renewed = { ...CERTIFICATE, events: certificateAfter(APPLIED, GRANTED, RENEWED).events };
    expect(credential(renewed, new Date("2027-06-30T21:59:59Z"))).toEqual(credential(CERTIFICATE));
    expect(credential(renewed, new Date("2027-06-30T22:00:00Z"))).toMatchObject({
      validFrom: "2027-06-30T22:00:00Z",
      validUntil: "2028-06-30T22:00:00Z",
    });
  });

  test("has no evidence where the decision on its term names none", () => {
    const renewed = { ...CERTIFICATE, events: certificateAfter(APPLIED, GRANTED, RENEWED).events };
    expect(credential(renewed, new Date("2027-06-01T10:00:00Z"))).toHaveProperty("evidence");
    expect(credential(renewed, new Date("2027-06-30T22:00:00Z"))).not.toHaveProperty("evidence");
  });
});

describe("the time of the proof", () => {
  test("is that of the decision", () => {
    expect(credentialCreatedAt(CERTIFICATE, NOW)).toEqual(new Date(GRANTED.now));
  });

  test("is not the time at which a decision was announced: that would tell that it was to come", () => {
    const renewed = certificateAfter(APPLIED, GRANTED, RENEWED);
    expect(credentialCreatedAt(renewed, new Date("2027-05-15T00:00:00Z"))).toEqual(new Date(GRANTED.now));
    expect(credentialCreatedAt(renewed, new Date("2027-06-02T00:00:00Z"))).toEqual(new Date(GRANTED.now));
    expect(credentialCreatedAt(renewed, new Date("2027-07-02T00:00:00Z"))).toEqual(new Date("2027-06-01T10:00:00Z"));
  });

  test("is the time of recording for one that was entered late", () => {
    const [applied, granted] = CERTIFICATE.events;
    if (applied === undefined || granted === undefined) throw new Error("two steps were taken");
    const late = { events: [applied, { ...granted, recordedAt: new Date("2026-07-01T12:00:30Z") }] };
    expect(credentialCreatedAt(late, NOW)).toEqual(new Date("2026-07-01T12:00:30Z"));
  });

  test("is there for a decision only", () => {
    expect(credentialCreatedAt(certificateAfter(APPLIED), NOW)).toBeUndefined();
    expect(newestDecision(certificateAfter(APPLIED), NOW)).toBeUndefined();
    expect(newestDecision(CERTIFICATE, NOW)?.kind).toBe("granted");
  });
});

test("names in the address of a status page are written as addresses want them", () => {
  expect(statusPagePath({ subject: "a b", scope: { uuid: "u", alias: "c/d", name: "n" } })).toBe(
    "/certification/a%20b/c%2Fd",
  );
});

test("the context explains every term of ours, and terms cannot be given another meaning", () => {
  expect(CERTIFICATE_CONTEXT_PATH).toBe("/contexts/certificate-v1.jsonld");
  const [names, seen] = [new Map<string, string>(), { protectedContexts: 0 }];
  const read = (context: object): void => {
    for (const [name, value] of Object.entries(context) as [string, unknown][]) {
      if (name === "@protected") seen.protectedContexts += value === true ? 1 : 0;
      else if (typeof value === "string") names.set(name, value);
      else if (typeof value === "object" && value !== null) {
        if ("@id" in value) names.set(name, String(value["@id"]));
        if ("@context" in value) read(value["@context"] as object);
      }
    }
  };
  read(CERTIFICATE_CONTEXT["@context"] as object);
  expect(seen.protectedContexts).toBe(3);
  for (const [name, iri] of names) expect(iri).toBe(`https://stele.example/ns#${name}`);
  expect([...names.keys()].toSorted()).toEqual([
    "CertificateCredential",
    "ComplianceCredential",
    "certificate",
    "compliance",
    "heldCertificate",
    "number",
    "oldestCheck",
    "openManualChecks",
    "regions",
    "reports",
    "scope",
    "statusPage",
    "subject",
    "tests",
    "version",
  ]);
});
