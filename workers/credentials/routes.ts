/** The issuer's keys, certificates and attestations as credentials, status lists, and the page that verifies them. */
import { Hono } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import {
  certificateCredential,
  CERTIFICATE_CONTEXT,
  CERTIFICATE_CONTEXT_PATH,
  credentialCreatedAt,
} from "#core/compliance/certificates/certificate-credential.ts";
import { statusAt, wasGranted } from "#core/compliance/certificates/status.ts";
import { addProof } from "#core/trust/credentials/data-integrity.ts";
import { buildDidDocument } from "#core/trust/credentials/did-document.ts";
import { signVcJwt } from "#core/trust/credentials/vc-jwt.ts";
import { verifyPage } from "#site/pages/credentials/verify.tsx";

import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { issuerOf, publicAnswer } from "./answer.ts";
import { attestationRoutes } from "./attestation-routes.ts";
import type { CredentialSources } from "./sources.ts";
import { statusListRoutes } from "./status-list-routes.ts";

/** Longest times in seconds that caches may keep answers. */
const MAX_AGE_SECONDS = { keys: 300, credential: 300, context: 86_400 } as const;

/** Everything that a verifier asks for. */
export function credentialRoutes(sources: CredentialSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.route("/", attestationRoutes(sources)).route("/", statusListRoutes(sources));

  routes.get("/.well-known/did.json", async (context) => {
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const document = buildDidDocument(issuer.value.did, issuer.value.keys);
    return publicAnswer(context, JSON.stringify(document), "application/did+json", MAX_AGE_SECONDS.keys);
  });

  routes.get(CERTIFICATE_CONTEXT_PATH, (context) =>
    publicAnswer(context, JSON.stringify(CERTIFICATE_CONTEXT), "application/ld+json", MAX_AGE_SECONDS.context),
  );

  routes.get("/certificates/:file{\\d{4}-\\d{4,}\\.(?:vc|jwt)}", async (context) => {
    const [id = "", form] = context.req.param("file").split(".");
    const now = new Date();
    const certificate = await sources.findCertificate(context.env, id);
    if (certificate === undefined || !wasGranted(certificate, now)) return unknownCertificate(id);
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const status = statusAt(certificate, now);
    const credential = certificateCredential(certificate, issuer.value, now);
    const created = credentialCreatedAt(certificate, now);
    if (credential === undefined || created === undefined) return unknownCertificate(id);
    const maxAge = secondsUntil(status.nextChange, now, MAX_AGE_SECONDS.credential);
    if (form === "jwt") {
      return publicAnswer(context, await signVcJwt(credential, issuer.value.signer), "application/vc+jwt", maxAge);
    }
    const signed = await addProof(credential, created, issuer.value.signer);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  routes.get("/verify", async (context) => {
    const { site } = await currentSnapshot(context.env);
    return pageResponse(context.req.raw, verifyPage({ site }));
  });

  return routes;
}

function unknownCertificate(id: string): Response {
  const detail = `There is no certificate ${id}. GET /certificates.json lists all.`;
  return problemResponse({ status: 404, title: "Unknown certificate", detail });
}
