/** What a cloud passes right now, signed for a short time: proves the live state without any look at a list. */
import type { ScopeEvaluation } from "../certification/evaluate.ts";
import { MAIN_TARGET, type Scope } from "../certification/scope.ts";
import type { JsonObject } from "../credentials/json-value.ts";
import { formatDateTime } from "../credentials/xsd-date-time.ts";
import { instantOf } from "../time/timestamp.ts";
import { CERTIFICATE_CONTEXT_PATH, statusPagePath, type CredentialIssuer } from "./certificate-credential.ts";

/** A cloud in a scope, as it was evaluated at `now`. */
export interface AttestedStanding {
  readonly subject: string;
  readonly alias: string;
  readonly scope: Scope;
  readonly evaluation: ScopeEvaluation;
  readonly isDemo: boolean;
  readonly now: Date;
}

/** Longest life: a new report may change the verdict at any time, and nobody can call an attestation back. */
const MAX_LIFE_IN_MS = 86_400_000;

/** Attestations of the same minute have the same bytes. */
const MINUTE_IN_MS = 60_000;

/**
 * The attestation without proof; undefined for a cloud that does not pass every test of a version in force. It is valid
 * until the next known change (a result that expires, a date in the timeline), for a day at most.
 */
export function complianceAttestation(standing: AttestedStanding, issuer: CredentialIssuer): JsonObject | undefined {
  const { subject, alias, scope, evaluation, isDemo, now } = standing;
  const best = evaluation.versions.find(({ version }) => version.index === evaluation.bestPassed);
  const isInForce = best?.validity === "effective" || best?.validity === "warn";
  if (best === undefined || best.result !== 1 || !isInForce) return undefined;
  const validFrom = attestedFrom(now);
  const end = Math.min(
    validFrom.getTime() + MAX_LIFE_IN_MS,
    evaluation.nextChange?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  const demanded = best.version.targets.get(MAIN_TARGET) ?? [];
  const checks = demanded.flatMap((id) => evaluation.results.get(id) ?? []);
  const oldest = checks.map(({ checkedAt }) => checkedAt).toSorted()[0];
  const { origin } = issuer;
  const statusPage = `${origin}${statusPagePath({ subject, scope: { uuid: scope.uuid, alias, name: scope.name } })}`;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", `${origin}${CERTIFICATE_CONTEXT_PATH}`],
    id: `${statusPage}/attestation.vc?at=${formatDateTime(validFrom)}`,
    type: ["VerifiableCredential", "ComplianceCredential"],
    name: `${scope.name} ${best.version.name} - ${subject}, tests pass${isDemo ? " (demonstration)" : ""}`,
    issuer: { id: issuer.did, name: issuer.name },
    validFrom: formatDateTime(validFrom),
    validUntil: formatDateTime(new Date(end)),
    credentialSubject: {
      id: `${origin}/subjects/${encodeURIComponent(subject)}`,
      compliance: {
        subject,
        scope: `urn:uuid:${scope.uuid}`,
        version: best.version.name,
        tests: demanded.length,
        ...(oldest === undefined ? {} : { oldestCheck: formatDateTime(instantOf(oldest)) }),
        reports: [...new Set(checks.map(({ reportUuid }) => `urn:uuid:${reportUuid}`))].toSorted(),
        statusPage,
      },
    },
  };
}

/** The beginning of the minute, from which an attestation made at an instant is valid. */
export function attestedFrom(now: Date): Date {
  return new Date(Math.floor(now.getTime() / MINUTE_IN_MS) * MINUTE_IN_MS);
}
