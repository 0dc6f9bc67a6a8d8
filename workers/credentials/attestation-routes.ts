/** What a cloud passes right now, signed, and the list that says of every such statement whether it still is so. */
import { Hono } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";
import {
  attestationStatusUrl,
  untrueStatements,
  whyNotAttested,
} from "#core/compliance/certificates/attested-statements.ts";
import {
  attestedFrom,
  complianceAttestation,
  type AttestedStanding,
} from "#core/compliance/certificates/compliance-attestation.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import { statusPagePath } from "#core/compliance/certificates/certificate-credential.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { buildStatusList } from "#core/trust/credentials/status-list.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";
import { formatDateTime, parseDateTime } from "#core/trust/credentials/xsd-date-time.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { compress, issuerOf, publicAnswer } from "./answer.ts";
import type { Issuer } from "./issuer.ts";
import type { CredentialSources } from "./sources.ts";

/** Longest time in seconds that caches may keep an attestation. */
const MAX_AGE_SECONDS = 60;
/** A list that is older than this is not to be believed: it could hide a failure. */
const LIST_LIFE_IN_MS = 3_600_000;

/** What the `id` of an attestation states. */
const STATED = ["version", "certificate", "open"] as const;

/** `/certification/<cloud>/<scope>/attestation.vc`, `.jwt` and `attestation-status`. */
export function attestationRoutes({ findLiveStanding }: Pick<CredentialSources, "findLiveStanding">): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

  routes.get("/certification/:subject/:scope/:file{attestation\\.(?:vc|jwt)}", async (context) => {
    const { subject, scope, file } = context.req.param();
    const now = new Date();
    const live = await findLiveStanding(context.env, subject, scope, now);
    if (live === undefined) return notAttested(`Nothing is known of \`${subject.slice(0, 80)}\` in this scope.`);
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const attestation = complianceAttestation({ ...live, now }, issuer.value);
    const ended = refusePast(context.req.query(), { attestation, standing: live.standing, now });
    if (ended !== undefined) return ended;
    if (attestation === undefined) return notAttested(whyNotAttested(live.standing));
    const maxAge = secondsUntil(live.standing.nextChange, now, MAX_AGE_SECONDS);
    if (file.endsWith(".jwt")) {
      return publicAnswer(context, await signVcJwt(attestation, issuer.value.signer), "application/vc+jwt", maxAge);
    }
    const signed = await addProof(attestation, attestedFrom({ ...live, now }), issuer.value.signer);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  routes.get("/certification/:subject/:scope/attestation-status", async (context) => {
    const { subject, scope } = context.req.param();
    const now = new Date();
    const live = await findLiveStanding(context.env, subject, scope, now);
    if (live === undefined) return notAttested(`Nothing is known of \`${subject.slice(0, 80)}\` in this scope.`);
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const validFrom = attestedFrom({ ...live, now });
    const list = await statusListOf(live, validFrom, issuer.value);
    const maxAge = secondsUntil(live.standing.nextChange, now, MAX_AGE_SECONDS);
    return publicAnswer(
      context,
      JSON.stringify(await addProof(list, validFrom, issuer.value.signer)),
      "application/vc",
      maxAge,
    );
  });

  return routes;
}

/**
 * The `id` of an attestation says when it was made (`at`) and what it states. While that is so, the one of now answers for
 * it; afterwards it is gone, with the reason. Undefined where the one of now answers.
 */
function refusePast(
  asked: Readonly<Record<string, string>>,
  { attestation, standing, now }: { attestation: JsonObject | undefined; standing: SubjectStanding; now: Date },
): Response | undefined {
  if (asked["at"] === undefined) return undefined;
  const at = parseDateTime(asked["at"]);
  if (at === undefined || at > now) {
    const detail = "`at` must be a moment of the past, such as `2026-03-01T00:00:00Z`.";
    return problemResponse({ status: 400, title: "Bad request", detail });
  }
  const id = attestation?.["id"];
  const today = typeof id === "string" ? new URL(id).searchParams : undefined;
  if (STATED.every((name) => today !== undefined && today.get(name) === (asked[name] ?? null))) return undefined;
  const reason = today === undefined ? whyNotAttested(standing) : "Another statement holds now: ask without `?at=`.";
  const detail = `What was attested at ${formatDateTime(at)} is no longer so. ${reason} The status page says how it stands.`;
  return problemResponse(
    { status: 410, title: "The attestation ended", detail },
    { "access-control-allow-origin": "*" },
  );
}

function statusListOf(
  { subject, alias, scope, standing }: Omit<AttestedStanding, "now">,
  validFrom: Date,
  issuer: Issuer,
) {
  const path = statusPagePath({ subject, scope: { uuid: scope.uuid, alias, name: scope.name } });
  const end = validFrom.getTime() + LIST_LIFE_IN_MS;
  const validUntil = new Date(Math.min(end, standing.nextChange?.getTime() ?? end));
  const url = attestationStatusUrl(`${issuer.origin}${path}`);
  const setEntries = untrueStatements(standing);
  return buildStatusList(
    { url, purpose: "suspension", issuer: issuer.did, setEntries, validFrom, validUntil },
    { compress },
  );
}

function notAttested(reason: string): Response {
  const detail = `${reason} The status page says how it stands.`;
  return problemResponse({ status: 404, title: "Nothing to attest", detail });
}
