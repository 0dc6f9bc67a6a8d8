/** What a cloud passes right now, signed for a short time. */
import { Hono } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { attestedFrom, complianceAttestation } from "#core/compliance/certificates/compliance-attestation.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { issuerOf, publicAnswer } from "./answer.ts";
import type { CredentialSources } from "./sources.ts";

/** Longest time in seconds that caches may keep an attestation. */
const MAX_AGE_SECONDS = 60;

/** `/certification/<cloud>/<scope>/attestation.vc` and `.jwt`. */
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
    if (attestation === undefined) return notAttested("The cloud does not pass every test of a version in force.");
    const maxAge = secondsUntil(live.standing.nextChange, now, MAX_AGE_SECONDS);
    if (file.endsWith(".jwt")) {
      return publicAnswer(context, await signVcJwt(attestation, issuer.value.signer), "application/vc+jwt", maxAge);
    }
    const signed = await addProof(attestation, attestedFrom({ ...live, now }), issuer.value.signer);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  return routes;
}

function notAttested(reason: string): Response {
  const detail = `${reason} The status page says how it stands.`;
  return problemResponse({ status: 404, title: "Nothing to attest", detail });
}
