/** Credentials as JSON Web Tokens: W3C VC-JOSE-COSE §3.1, signed with EdDSA (RFC 8037). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { canonicalizeJson } from "./canonicalize-json.ts";
import type { KeyFailure, KeyResolver } from "./data-integrity.ts";
import { ED25519_SIGNATURE_BYTES, verifyEd25519, type CredentialSigner, type VerifyPrimitives } from "./ed25519.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";
import { readIJson } from "./read-i-json.ts";

/** Why a token is not accepted, with the evidence. */
export type JwtFailure =
  | KeyFailure
  | { readonly reason: "not-a-jwt"; readonly part: "form" | "header" | "payload" | "signature" }
  | { readonly reason: "unsupported-header"; readonly member: string; readonly expected: string }
  | { readonly reason: "wrong-signature"; readonly verificationMethod: string };

/** A token whose signature holds. */
export interface VerifiedJwt {
  readonly credential: JsonObject;
  readonly verificationMethod: string;
}

/** Signs a credential as a compact token; the same credential and key always give the same text. */
export async function signVcJwt(credential: JsonObject, signer: Omit<CredentialSigner, "digest">): Promise<string> {
  const payload = canonicalizeJson(credential);
  if (!payload.ok) throw new TypeError(`credential is not JSON at ${payload.failure.pointer}`);
  const encoder = new TextEncoder();
  const header = { alg: "EdDSA", cty: "vc", kid: signer.verificationMethod, typ: "vc+jwt" };
  const signed = [JSON.stringify(header), payload.value].map((part) => encodeBase64Url(encoder.encode(part))).join(".");
  return `${signed}.${encodeBase64Url(await signer.sign(encoder.encode(signed)))}`;
}

/** Whether a text looks like a compact token, to tell it from JSON. */
export function looksLikeJwt(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/**
 * Verifies a token. The key is the one that `kid` names and the resolver knows; a key that the token brings along
 * (`jwk`, `x5c`) proves nothing and is not looked at.
 */
export async function verifyVcJwt(
  token: string,
  resolveKey: KeyResolver,
  crypto: Pick<VerifyPrimitives, "importKey" | "verify">,
): Promise<Result<VerifiedJwt, JwtFailure>> {
  const [headerPart, payloadPart, signaturePart, ...others] = token.split(".");
  if (headerPart === undefined || payloadPart === undefined || signaturePart === undefined || others.length > 0) {
    return failure({ reason: "not-a-jwt", part: "form" });
  }
  const header = decodeObject(headerPart);
  if (header === undefined) return failure({ reason: "not-a-jwt", part: "header" });
  const verificationMethod = readHeader(header);
  if (!verificationMethod.ok) return verificationMethod;
  const credential = decodeObject(payloadPart);
  if (credential === undefined) return failure({ reason: "not-a-jwt", part: "payload" });
  const signature = decodeBase64Url(signaturePart);
  if (signature?.length !== ED25519_SIGNATURE_BYTES) return failure({ reason: "not-a-jwt", part: "signature" });
  const key = await resolveKey(verificationMethod.value);
  if (!key.ok) return key;
  const signed = new TextEncoder().encode(`${headerPart}.${payloadPart}`);
  if (!(await verifyEd25519(crypto, key.value, signature, signed))) {
    return failure({ reason: "wrong-signature", verificationMethod: verificationMethod.value });
  }
  return success({ credential, verificationMethod: verificationMethod.value });
}

function readHeader(header: JsonObject): Result<string, JwtFailure> {
  const unsupported = (member: string, expected: string) =>
    failure({ reason: "unsupported-header", member, expected } as const);
  if (header["alg"] !== "EdDSA") return unsupported("alg", "`EdDSA`");
  if (header["typ"] !== "vc+jwt") return unsupported("typ", "`vc+jwt`");
  // RFC 7515 §4.1.11: what is critical and not understood must be refused.
  if ("crit" in header) return unsupported("crit", "absent");
  const kid = header["kid"];
  return typeof kid === "string" && kid.includes("#") ? success(kid) : unsupported("kid", "a DID URL of the key");
}

function decodeObject(part: string): JsonObject | undefined {
  const bytes = decodeBase64Url(part);
  const text = bytes === undefined ? undefined : decodeUtf8(bytes);
  if (text === undefined || !text.ok) return undefined;
  const value = readIJson(text.value.text);
  return value.ok && isJsonObject(value.value) ? value.value : undefined;
}
