/** Certificates as verifiable credentials, the lists that say which are revoked, and the keys to verify both with. */
import { Hono, type Context } from "hono";

import {
  certificateCredential,
  CERTIFICATE_CONTEXT,
  CERTIFICATE_CONTEXT_PATH,
  credentialCreatedAt,
  statusListUrl,
} from "#core/certificates/certificate-credential.ts";
import type { Certificate } from "#core/certificates/certificate.ts";
import {
  attestedFrom,
  complianceAttestation,
  type AttestedStanding,
} from "#core/certificates/compliance-attestation.ts";
import { statusAt, wasGranted } from "#core/certificates/status.ts";
import { addProof } from "#core/credentials/data-integrity.ts";
import { buildDidDocument } from "#core/credentials/did-document.ts";
import type { JsonObject } from "#core/credentials/json-value.ts";
import { buildStatusList, statusPosition, STATUS_PURPOSES, type StatusPurpose } from "#core/credentials/status-list.ts";
import { signVcJwt } from "#core/credentials/vc-jwt.ts";
import { verifyPage } from "#site/pages/verify.tsx";

import type { Bindings, WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { openIssuer, type Issuer } from "./issuer.ts";

/** What credentials need of other slices; `workers/index.ts` brings them together. */
export interface CredentialSources {
  readonly findCertificate: (env: Pick<Bindings, "DB">, id: string) => Promise<Certificate | undefined>;
  readonly listCertificates: (env: Pick<Bindings, "DB">) => Promise<readonly Certificate[]>;
  /** How a cloud stands in a scope; undefined where one of them is unknown or nothing was reported. */
  readonly findLiveStanding: (
    env: Pick<Bindings, "DB" | "BLOBS">,
    subject: string,
    scope: string,
    now: Date,
  ) => Promise<Omit<AttestedStanding, "now"> | undefined>;
}

/** Longest times in seconds that caches may keep answers. */
const MAX_AGE_SECONDS = { keys: 300, credential: 300, attestation: 60, list: 60, context: 86_400 } as const;
const DAY_IN_MS = 86_400_000;

type RouteContext = Context<WorkerEnv>;

/** The issuer's keys, certificates and attestations as credentials, status lists, and the page that verifies them. */
export function credentialRoutes(sources: CredentialSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();

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
    const credential = certificateCredential(certificate, status, issuer.value);
    const created = credentialCreatedAt(certificate);
    if (credential === undefined || created === undefined) return unknownCertificate(id);
    const maxAge = secondsUntil(status.nextChange, now, MAX_AGE_SECONDS.credential);
    if (form === "jwt") {
      return publicAnswer(context, await signVcJwt(credential, issuer.value.signer), "application/vc+jwt", maxAge);
    }
    const signed = await addProof(credential, created, issuer.value.signer);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  routes.get("/certification/:subject/:scope/:file{attestation\\.(?:vc|jwt)}", async (context) => {
    const { subject, scope, file } = context.req.param();
    const now = new Date();
    const standing = await sources.findLiveStanding(context.env, subject, scope, now);
    if (standing === undefined) return notAttested(`Nothing is known of \`${subject.slice(0, 80)}\` in this scope.`);
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const attestation = complianceAttestation({ ...standing, now }, issuer.value);
    if (attestation === undefined) return notAttested("The cloud does not pass every test of a version in force.");
    const maxAge = secondsUntil(standing.evaluation.nextChange, now, MAX_AGE_SECONDS.attestation);
    if (file.endsWith(".jwt")) {
      return publicAnswer(context, await signVcJwt(attestation, issuer.value.signer), "application/vc+jwt", maxAge);
    }
    const signed = await addProof(attestation, attestedFrom(now), issuer.value.signer);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  routes.get("/status-lists/:purpose/:list{[1-9]\\d{0,4}}", async (context) => {
    const { purpose: name, list } = context.req.param();
    const purpose = STATUS_PURPOSES.find((known) => known === name);
    const certificates = await sources.listCertificates(context.env);
    const exists = list === "1" || certificates.some(({ number }) => statusPosition(number).list === Number(list));
    if (purpose === undefined || !exists) return unknownList();
    const issuer = await issuerOf(context);
    if (!issuer.ok) return issuer.failure;
    const now = new Date();
    const { credential, validFrom } = await statusListOf(certificates, purpose, Number(list), issuer.value, now);
    const signed = await addProof(credential, validFrom, issuer.value.signer);
    const maxAge = secondsUntil(nextChangeOf(certificates, now), now, MAX_AGE_SECONDS.list);
    return publicAnswer(context, JSON.stringify(signed), "application/vc", maxAge);
  });

  routes.get("/verify", async (context) => {
    const { site } = await currentSnapshot(context.env);
    return pageResponse(context.req.raw, verifyPage({ site }));
  });

  return routes;
}

/**
 * A list as it is now. It is valid for the rest of the day and the next one, and the same bytes all day as long as
 * nothing changes.
 */
async function statusListOf(
  certificates: readonly Certificate[],
  purpose: StatusPurpose,
  list: number,
  { did, origin }: Issuer,
  now: Date,
): Promise<{ readonly credential: JsonObject; readonly validFrom: Date }> {
  const state = purpose === "revocation" ? "revoked" : "suspended";
  const statuses = certificates.map(({ number, events }) => ({
    ...statusPosition(number),
    ...statusAt({ events }, now),
  }));
  const setEntries = statuses.filter((entry) => entry.list === list && entry.state === state).map(({ index }) => index);
  const startOfDay = now.getTime() - (now.getTime() % DAY_IN_MS);
  const lastChange = statuses.map(({ since }) => since?.getTime() ?? 0);
  const validFrom = new Date(Math.max(startOfDay, ...lastChange));
  const validUntil = new Date(startOfDay + 2 * DAY_IN_MS);
  const url = statusListUrl(origin, purpose, list);
  const credential = await buildStatusList(
    { url, purpose, issuer: did, setEntries, validFrom, validUntil },
    { compress },
  );
  return { credential, validFrom };
}

async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function issuerOf(context: RouteContext) {
  const { site } = await currentSnapshot(context.env);
  return openIssuer(context.env, context.req.raw, `${site.name}, ${site.community}`);
}

function nextChangeOf(certificates: readonly Certificate[], now: Date): Date | undefined {
  const instants = certificates.flatMap((certificate) => statusAt(certificate, now).nextChange?.getTime() ?? []);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}

function secondsUntil(change: Date | undefined, now: Date, limit: number): number {
  return change === undefined ? limit : Math.min(limit, (change.getTime() - now.getTime()) / 1000);
}

function publicAnswer(
  context: RouteContext,
  body: string,
  contentType: string,
  maxAgeSeconds: number,
): Promise<Response> {
  const headers = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  return cachedResponse(context.req.raw, { body, contentType, maxAgeSeconds, headers });
}

function unknownCertificate(id: string): Response {
  const detail = `There is no certificate ${id}. GET /certificates.json lists all.`;
  return problemResponse({ status: 404, title: "Unknown certificate", detail });
}

function notAttested(reason: string): Response {
  const detail = `${reason} The status page says how it stands.`;
  return problemResponse({ status: 404, title: "Nothing to attest", detail });
}

function unknownList(): Response {
  const detail =
    "There is no such status list. The lists are /status-lists/revocation/1 and /status-lists/suspension/1, and so on.";
  return problemResponse({ status: 404, title: "Unknown status list", detail });
}
