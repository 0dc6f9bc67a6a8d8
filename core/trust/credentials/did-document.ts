/** `did:web`: an issuer's keys are found at an address of its own (did:web method; W3C DID Core 1.0). */
import { failure as fail, type Result } from "#core/base/result.ts";
import { asList, isJsonObject, type JsonObject } from "./json-value.ts";
import { encodeMultikey, readMultikey } from "./multikey.ts";
import { readJwk, type KeyFormFailure } from "./read-jwk.ts";
import type { VerificationKey } from "./verification-key.ts";
import { formatDateTime, parseDateTime } from "./xsd-date-time.ts";

/** A public key of an issuer. */
export interface IssuerKey {
  /** Fragment of its verification method, for example `k2026-1`. */
  readonly id: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The DID of whoever controls an origin: `https://certs.example.org` → `did:web:certs.example.org`. */
export function didWebOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(":", "%3A")}`;
}

/** Where the document of a `did:web` is; undefined for other DIDs. Only this machine is asked without encryption. */
export function didWebUrl(did: string): string | undefined {
  const match = /^did:web:([A-Za-z0-9.-]+(?:%3[Aa]\d{1,5})?)((?::[A-Za-z0-9._-]+)*)$/.exec(did);
  if (match?.[1] === undefined) return undefined;
  const host = match[1].replace(/%3a/i, ":");
  const path = match[2] === undefined || match[2] === "" ? "/.well-known" : match[2].replaceAll(":", "/");
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? "http" : "https";
  const url = `${scheme}://${host}${path}/did.json`;
  return URL.canParse(url) && !path.split("/").includes("..") ? url : undefined;
}

/** The document of an issuer. Keys that no longer sign stay in it, so that what they signed can be verified. */
export function buildDidDocument(did: string, keys: readonly IssuerKey[]): JsonObject {
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id: did,
    verificationMethod: keys.map(({ id, publicKey }) => ({
      id: `${did}#${id}`,
      type: "Multikey",
      controller: did,
      publicKeyMultibase: encodeMultikey(publicKey),
    })),
    assertionMethod: keys.map(({ id }) => `${did}#${id}`),
  };
}

/** A key that ended vouches for nothing, also not for what is dated before: a thief dates as he likes. */
const ENDS = { revoked: "was revoked at", expires: "expired at" } as const;

/** Why a document does not vouch for a key: a sentence without a full stop. */
export interface DidDocumentFailure {
  readonly reason: "unknown-key" | "unsupported-key";
  readonly detail: string;
}

/** What a key may be used for: to say something, or to prove who one is. */
export type KeyPurpose = "assertionMethod" | "authentication";

const PURPOSES: Readonly<Record<KeyPurpose, string>> = {
  assertionMethod: "assertions",
  authentication: "authentication",
};

/**
 * The key that a document of `did` lets serve a purpose. The document must be about that DID, the method must be its own,
 * listed under the purpose, and neither revoked nor expired (Controlled Identifiers §2.2).
 */
export function findKey(
  document: unknown,
  verificationMethod: string,
  purpose: KeyPurpose,
  now: Date,
): Result<VerificationKey, DidDocumentFailure> {
  const [did = ""] = verificationMethod.split("#");
  const failure = ({ detail }: { detail: string }) => fail({ reason: "unknown-key", detail } as const);
  if (!isJsonObject(document)) return failure({ detail: "the DID document is not a JSON object" });
  if (document["id"] !== did) return failure({ detail: `the DID document is not about \`${did}\`` });
  const absolute = (id: unknown): unknown => (typeof id === "string" && id.startsWith("#") ? `${did}${id}` : id);
  const embedded = asList(document[purpose]).filter(isJsonObject);
  const [method, ...others] = [...asList(document["verificationMethod"]).filter(isJsonObject), ...embedded].filter(
    ({ id }) => absolute(id) === verificationMethod,
  );
  if (method === undefined) return failure({ detail: `the DID document has no key \`${verificationMethod}\`` });
  if (others.length > 0) return failure({ detail: `the DID document has two keys \`${verificationMethod}\`` });
  const asserting = asList(document[purpose]).map((entry) => absolute(isJsonObject(entry) ? entry["id"] : entry));
  if (!asserting.includes(verificationMethod)) {
    return failure({ detail: `the key \`${verificationMethod}\` is not for ${PURPOSES[purpose]}` });
  }
  if (method["controller"] !== did) return failure({ detail: `the key is controlled by another than \`${did}\`` });
  for (const end of ["revoked", "expires"] as const) {
    if (method[end] === undefined) continue;
    const instant = parseDateTime(method[end]);
    if (instant === undefined) return failure({ detail: `\`${end}\` of the key is no date and time with a zone` });
    if (now >= instant) return failure({ detail: `the key ${ENDS[end]} ${formatDateTime(instant)}` });
  }
  const key = readMethod(method);
  if (key.ok) return key;
  const { reason, detail } = key.failure;
  return fail({ reason: reason === "unsupported" ? "unsupported-key" : "unknown-key", detail });
}

function readMethod(method: JsonObject): Result<VerificationKey, KeyFormFailure> {
  const { type, publicKeyMultibase: multibase, publicKeyJwk: jwk } = method;
  const malformed = (detail: string) => fail({ reason: "malformed", detail } as const);
  if ("privateKeyJwk" in method || "secretKeyMultibase" in method) return malformed("its private half is published");
  switch (type) {
    case "Multikey":
      return typeof multibase === "string" ? readMultikey(multibase) : malformed("the Multikey has no text");
    case "JsonWebKey":
    case "JsonWebKey2020":
      return isJsonObject(jwk) ? readJwk(jwk) : malformed("the JSON Web Key is no object");
    default: {
      const named = typeof type === "string" ? type.slice(0, 60) : "without a type";
      return fail({ reason: "unsupported", detail: `keys of the form \`${named}\` cannot be used here` });
    }
  }
}
