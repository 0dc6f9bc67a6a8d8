/** What a cloud passes right now, to be signed; its status says for as long as it is valid whether that still is so. */
import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { formatDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import { instantOf } from "#core/base/time/timestamp.ts";
import {
  certificateStatus,
  CERTIFICATE_CONTEXT_PATH,
  statusPagePath,
  type CredentialIssuer,
} from "./certificate-credential.ts";
import { attestationStatusUrl, isAttestable, openChecksOf, statementIndex } from "./attested-statements.ts";
import { statusEntry } from "#core/trust/credentials/status-list.ts";
import type { SubjectStanding } from "../standing/standing.ts";

/** A cloud in a scope, with how it stood at `now`. */
export interface AttestedStanding {
  readonly subject: string;
  readonly alias: string;
  readonly scope: Scope;
  readonly standing: SubjectStanding;
  readonly isDemo: boolean;
  readonly now: Date;
}

/** The life of an attestation that nothing known will end. */
const LIFE_WITHOUT_CHANGE_IN_MS = 86_400_000;

/** Attestations of the same minute have the same bytes, unless something changed in it. */
const MINUTE_IN_MS = 60_000;

/**
 * The attestation without proof; undefined for a cloud that does not pass every test of a version in force: the one that
 * it is certified for, or the best one. It is valid until the next known change of anything that the status page says, and
 * its status turns with everything that was not known: results that come in, decisions on the certificate.
 */
export function complianceAttestation(attested: AttestedStanding, issuer: CredentialIssuer): JsonObject | undefined {
  const { subject, alias, scope, standing, isDemo, now } = attested;
  const { evaluation, nextChange } = standing;
  const certificate = standing.certificate?.status.isValid === true ? standing.certificate.certificate : undefined;
  const best = evaluation.versions.find(({ version }) =>
    certificate === undefined ? version.index === evaluation.bestPassed : version.name === certificate.version,
  );
  if (best === undefined || !isAttestable(best)) return undefined;
  const validFrom = attestedFrom(attested);
  const validUntil =
    nextChange ?? new Date(Math.floor(now.getTime() / MINUTE_IN_MS) * MINUTE_IN_MS + LIFE_WITHOUT_CHANGE_IN_MS);
  const demanded = best.version.targets.get(MAIN_TARGET) ?? [];
  const checks = demanded.flatMap((id) => evaluation.results.get(id) ?? []);
  const oldest = checks.map(({ checkedAt }) => checkedAt).toSorted()[0];
  const { origin } = issuer;
  const statusPage = `${origin}${statusPagePath({ subject, scope: { uuid: scope.uuid, alias, name: scope.name } })}`;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", `${origin}${CERTIFICATE_CONTEXT_PATH}`],
    id: `${statusPage}/attestation.vc?${statementOf(attested, best.version.name)}`,
    type: ["VerifiableCredential", "ComplianceCredential"],
    name: `${scope.name} ${best.version.name} - ${subject}, tests pass${isDemo ? " (demonstration)" : ""}`,
    issuer: { id: issuer.did, name: issuer.name },
    validFrom: formatDateTime(validFrom),
    validUntil: formatDateTime(validUntil),
    credentialStatus: [
      statusEntry(
        attestationStatusUrl(statusPage),
        "suspension",
        statementIndex(best.version.index, openChecksOf(standing)),
      ),
      ...(certificate === undefined ? [] : certificateStatus(certificate.number, origin)),
    ],
    credentialSubject: {
      id: `${origin}/subjects/${encodeURIComponent(subject)}`,
      compliance: {
        subject,
        scope: `urn:uuid:${scope.uuid}`,
        version: best.version.name,
        tests: demanded.length,
        ...(oldest === undefined ? {} : { oldestCheck: formatDateTime(instantOf(oldest)) }),
        ...(certificate === undefined ? {} : certificateClaims(certificate.id, standing, origin)),
        reports: [...new Set(checks.map(({ reportUuid }) => `urn:uuid:${reportUuid}`))].toSorted(),
        statusPage,
      },
    },
  };
}

/** What it states, as the query of its address: there it can be asked whether it still is so. */
function statementOf({ standing, now }: AttestedStanding, version: string): string {
  const certificate = standing.certificate?.status.isValid === true ? standing.certificate.certificate.id : undefined;
  const open = openChecksOf(standing);
  const members = [
    ["at", formatDateTime(attestedFrom({ now, standing }))],
    ["version", version],
    ...(certificate === undefined ? [] : [["certificate", certificate]]),
    ...(certificate === undefined || open === 0 ? [] : [["open", String(open)]]),
  ];
  return members.map(([name = "", value = ""]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

/** From when an attestation made at an instant is valid: the beginning of its minute, or the last change in it. */
export function attestedFrom({ now, standing }: Pick<AttestedStanding, "now" | "standing">): Date {
  const minute = Math.floor(now.getTime() / MINUTE_IN_MS) * MINUTE_IN_MS;
  const since = standing.certificate?.status.since?.getTime() ?? 0;
  return new Date(Math.max(minute, since - (since % 1000)));
}

/** What a certificate adds: which one, and whether people still check what no program can. */
function certificateClaims(id: string, standing: SubjectStanding, origin: string): JsonObject {
  return { heldCertificate: `${origin}/certificates/${id}`, openManualChecks: openChecksOf(standing) };
}
