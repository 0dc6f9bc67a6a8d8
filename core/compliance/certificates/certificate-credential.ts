/** A certificate as W3C Verifiable Credential 2.0 and Open Badge 3.0; see `core/credentials` for proofs. */
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import {
  statusEntry,
  statusPosition,
  STATUS_PURPOSES,
  type StatusPurpose,
} from "#core/trust/credentials/status-list.ts";
import { formatDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import type { Certificate, CertificateEvent } from "./certificate.ts";
import { currentTermAt } from "./current-term.ts";
import { takenUntil } from "./read-log.ts";

/** Who issues, and where. */
export interface CredentialIssuer {
  readonly did: string;
  readonly name: string;
  /** Without trailing slash. */
  readonly origin: string;
}

/** The context that explains our own terms to JSON-LD processors; verifiers of eddsa-jcs-2022 need no processing. */
export const CERTIFICATE_CONTEXT: JsonObject = {
  "@context": {
    "@protected": true,
    CertificateCredential: "https://stele.example/ns#CertificateCredential",
    ComplianceCredential: "https://stele.example/ns#ComplianceCredential",
    compliance: {
      "@id": "https://stele.example/ns#compliance",
      "@context": {
        "@protected": true,
        subject: "https://stele.example/ns#subject",
        scope: "https://stele.example/ns#scope",
        version: "https://stele.example/ns#version",
        tests: "https://stele.example/ns#tests",
        oldestCheck: "https://stele.example/ns#oldestCheck",
        heldCertificate: { "@id": "https://stele.example/ns#heldCertificate", "@type": "@id" },
        openManualChecks: "https://stele.example/ns#openManualChecks",
        reports: { "@id": "https://stele.example/ns#reports", "@type": "@id", "@container": "@set" },
        statusPage: { "@id": "https://stele.example/ns#statusPage", "@type": "@id" },
      },
    },
    certificate: {
      "@id": "https://stele.example/ns#certificate",
      "@context": {
        "@protected": true,
        number: "https://stele.example/ns#number",
        subject: "https://stele.example/ns#subject",
        regions: { "@id": "https://stele.example/ns#regions", "@container": "@set" },
        scope: "https://stele.example/ns#scope",
        version: "https://stele.example/ns#version",
        statusPage: { "@id": "https://stele.example/ns#statusPage", "@type": "@id" },
      },
    },
  },
};

/** Path of the context on the issuer's origin. */
export const CERTIFICATE_CONTEXT_PATH = "/contexts/certificate-v1.jsonld";

/** Address of a status list of an issuer. */
export function statusListUrl(origin: string, purpose: StatusPurpose, list: number): string {
  return `${origin}/status-lists/${purpose}/${list}`;
}

/** The status page of a certificate, which badges and QR codes lead to (SCS-0004, regulations 4 and 6). */
export function statusPagePath({ subject, scope }: Pick<Certificate, "subject" | "scope">): string {
  return `/certification/${encodeURIComponent(subject)}/${encodeURIComponent(scope.alias)}`;
}

/**
 * The credential of a certificate that was granted, without proof, for the term that runs at an instant; undefined for one
 * that was not. Suspension and revocation do not change it: they are in the status lists.
 */
export function certificateCredential(
  certificate: Certificate,
  issuer: CredentialIssuer,
  instant: Date,
): JsonObject | undefined {
  const term = currentTermAt(certificate, instant);
  if (term === undefined) return undefined;
  const { origin } = issuer;
  const title = `${certificate.scope.name} ${certificate.version}`;
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      `${origin}${CERTIFICATE_CONTEXT_PATH}`,
    ],
    id: `${origin}/certificates/${certificate.id}`,
    type: ["VerifiableCredential", "OpenBadgeCredential", "CertificateCredential"],
    name: `${title} - ${certificate.subject}${certificate.isDemo ? " (demonstration)" : ""}`,
    issuer: { id: issuer.did, type: ["Profile"], name: issuer.name },
    validFrom: formatDateTime(term.validFrom),
    validUntil: formatDateTime(term.validUntil),
    credentialSubject: subjectOf(certificate, title, origin),
    credentialStatus: certificateStatus(certificate.number, origin),
    ...evidenceOf(certificate, origin, instant),
  };
}

/** The entries of a certificate in the lists of those that are revoked or suspended. */
export function certificateStatus(number: number, origin: string): readonly JsonObject[] {
  const { list, index } = statusPosition(number);
  return STATUS_PURPOSES.map((purpose) => statusEntry(statusListUrl(origin, purpose, list), purpose, index));
}

/** When the newest term was decided on: the time of the proof, so that the same certificate has the same bytes. */
export function credentialCreatedAt(certificate: Pick<Certificate, "events">, instant: Date): Date | undefined {
  const decision = decisionOfTerm(certificate, instant);
  // When an announced decision was made would tell that it was to come.
  return decision === undefined || decision.at < decision.recordedAt ? decision?.recordedAt : decision.at;
}

/** The grant or renewal that a certificate rests on at an instant; what is announced says nothing before its time. */
export function newestDecision(
  { events }: Pick<Certificate, "events">,
  instant: Date,
): Extract<CertificateEvent, { kind: "granted" | "renewed" }> | undefined {
  return takenUntil(events, instant).findLast((event) => event.kind === "granted" || event.kind === "renewed");
}

/** The decision on the term that runs: a renewal ahead says nothing before its own term begins. */
function decisionOfTerm(certificate: Pick<Certificate, "events">, instant: Date): ReturnType<typeof newestDecision> {
  const term = currentTermAt(certificate, instant);
  return takenUntil(certificate.events, instant)
    .filter((event) => event.kind === "granted" || event.kind === "renewed")
    .findLast(({ validFrom }) => validFrom.getTime() === term?.validFrom.getTime());
}

function subjectOf(certificate: Certificate, title: string, origin: string): JsonObject {
  const { scope, version, subject, regions, id } = certificate;
  return {
    id: `${origin}/subjects/${encodeURIComponent(subject)}`,
    type: ["AchievementSubject"],
    achievement: {
      id: `${origin}/certification/scopes/${encodeURIComponent(scope.alias)}#${encodeURIComponent(version)}`,
      type: ["Achievement"],
      achievementType: "Certification",
      name: title,
      description: `Every requirement of ${title} is met, and tests keep proving it.`,
      criteria: { id: `${origin}/certification/scopes/${encodeURIComponent(scope.alias)}` },
    },
    certificate: {
      number: id,
      subject,
      regions: [...regions],
      scope: `urn:uuid:${scope.uuid}`,
      version,
      statusPage: `${origin}${statusPagePath(certificate)}`,
    },
  };
}

function evidenceOf(certificate: Certificate, origin: string, instant: Date): JsonObject {
  const decision = decisionOfTerm(certificate, instant);
  if (decision === undefined || decision.evidence.length === 0) return {};
  return {
    evidence: decision.evidence.map(({ reportUuid, sha256 }) => ({
      // For strangers: redacted, with the hash of what was signed and by whom; the signature is at `/reports/<uuid>.sig`.
      id: `${origin}/certification/reports/${reportUuid}`,
      type: ["Evidence"],
      name: "Signed compliance report",
      description: `SHA-256 of the signed bytes: ${sha256}`,
    })),
  };
}
