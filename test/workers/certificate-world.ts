/** A world in which certificates are decided on: a certification body, two operators, a published scope. */
import { env, exports } from "cloudflare:workers";

import { sha256Hex } from "../../workers/http/digest.ts";
import { createWorld } from "./certification-world.ts";

export const ORIGIN = "http://stele.test";
export const FORUM = "token of forum";
export const ALPHA = "token of alpha";
export const BRAVO = "token of bravo";

/** The accounts and the scope of the certification tests, with `forum` as the certification body. */
export async function createCertificateWorld(): ReturnType<typeof createWorld> {
  const world = await createWorld();
  await env.DB.batch([
    env.DB.prepare("INSERT INTO account (subject, roles) VALUES ('forum', 8)"),
    env.DB.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, 'forum')").bind(`sha256:${await sha256Hex(FORUM)}`),
  ]);
  return world;
}

/** A signing key as the operator keeps it. */
export async function createJwk(kid: string): Promise<Record<string, string>> {
  const made: unknown = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
  const exported: unknown = await crypto.subtle.exportKey("jwk", (made as CryptoKeyPair).privateKey);
  const { x = "", d = "" } = exported as { x?: string; d?: string };
  return { kty: "OKP", crv: "Ed25519", kid, x, d };
}

/** What is signed needs keys and an origin that the operator named. */
export function setKeys(...keys: readonly Record<string, string>[]): void {
  Object.assign(env, { CREDENTIAL_KEYS: JSON.stringify({ keys }), PUBLIC_ORIGIN: ORIGIN });
}

export function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`, { headers });
}

/** The header of the account that a token is for; its subject is the last word. */
export function basic(token: string): string {
  return `Basic ${btoa(`${token.split(" ").at(-1)}:${token}`)}`;
}

export async function post(path: string, body: unknown, token = FORUM): Promise<Response> {
  const headers = { authorization: basic(token), "content-type": "application/json" };
  return exports.default.fetch(`${ORIGIN}${path}`, { method: "POST", body: JSON.stringify(body), headers });
}

export function apply(token = ALPHA, body: Record<string, unknown> = {}): Promise<Response> {
  const application = { subject: "alpha", scope: "sample", version: "v2", reason: "We are ready.", ...body };
  return post("/api/v1/certificates", application, token);
}

export function step(id: string, kind: string, more: Record<string, unknown> = {}, token = FORUM): Promise<Response> {
  // Most tests are about what a certificate does, not about the reports that it rests on.
  const override = kind === "granted" || kind === "renewed" ? { override: "The reports do not matter here." } : {};
  return post(`/api/v1/certificates/${id}/events`, { kind, reason: `It is ${kind}.`, ...override, ...more }, token);
}

/** A certificate of `alpha` that was applied for and granted; its id. */
export async function grantCertificate(): Promise<string> {
  const { id } = await (await apply()).json<{ id: string }>();
  const granted = await step(id, "granted");
  if (!granted.ok) throw new Error(await granted.text());
  return id;
}
