/** Credentials and presentations as JSON Web Tokens: W3C VC-JOSE-COSE §3.1; ours are signed with EdDSA (RFC 8037). */
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { canonicalizeJson } from "./canonicalize-json.ts";
import type { KeyFailure, KeyResolver } from "./data-integrity.ts";
import type { CredentialSigner } from "./credential-signer.ts";
import type { KeyPurpose } from "./did-document.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";
import { readIJson } from "./read-i-json.ts";
import { ALGORITHM_NAMES, isKnownAlgorithm, verifyWithKey, type VerifyPrimitives } from "./verification-key.ts";

/** Why a token is not accepted, with the evidence. */
export type JwtFailure =
  | KeyFailure
  | { readonly reason: "not-signed" }
  | { readonly reason: "not-a-jwt"; readonly part: "form" | "header" | "payload" | "signature" }
  | { readonly reason: "unsupported-header"; readonly member: string; readonly expected: string }
  | { readonly reason: "wrong-signature"; readonly verificationMethod: string };

/** A token whose signature holds. */
export interface VerifiedJwt {
  /** The credential or presentation: the payload of the token. */
  readonly content: JsonObject;
  readonly verificationMethod: string;
  readonly isPresentation: boolean;
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

/** Media types of the tokens that are understood, and what the key of each must be for. */
const TOKEN_TYPES: ReadonlyMap<unknown, KeyPurpose> = new Map([
  ["vc+jwt", "assertionMethod"],
  ["vp+jwt", "authentication"],
] as const);

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
  const read = readHeader(header);
  if (!read.ok) return read;
  const { algorithm, verificationMethod, purpose } = read.value;
  const content = decodeObject(payloadPart);
  if (content === undefined) return failure({ reason: "not-a-jwt", part: "payload" });
  const signature = decodeBase64Url(signaturePart);
  if (signature === undefined || signature.length === 0) return failure({ reason: "not-a-jwt", part: "signature" });
  const key = await resolveKey(verificationMethod, purpose);
  if (!key.ok) return key;
  const data = new TextEncoder().encode(`${headerPart}.${payloadPart}`);
  const verdict = await verifyWithKey(crypto, algorithm, key.value, { signature, data });
  if (verdict === "unsupported") return unsupported("alg", "one that this platform knows");
  if (verdict === "bad") return failure({ reason: "wrong-signature", verificationMethod });
  return success({ content, verificationMethod, isPresentation: purpose === "authentication" });
}

interface Header {
  readonly algorithm: string;
  readonly verificationMethod: string;
  readonly purpose: KeyPurpose;
}

function readHeader(header: JsonObject): Result<Header, JwtFailure> {
  const { alg, typ, kid } = header;
  // RFC 8725 §3.1: a token that says of itself that nobody signed it is refused, not set aside.
  if (typeof alg !== "string" || /^none$/i.test(alg)) return failure({ reason: "not-signed" });
  const purpose = TOKEN_TYPES.get(typ);
  if (purpose === undefined) return unsupported("typ", "`vc+jwt` or `vp+jwt`");
  if (!isKnownAlgorithm(alg)) return unsupported("alg", ALGORITHM_NAMES.map((name) => `\`${name}\``).join(", "));
  // RFC 7515 §4.1.11: what is critical and not understood must be refused.
  if ("crit" in header) return unsupported("crit", "absent");
  if (typeof kid !== "string" || !kid.includes("#")) return unsupported("kid", "a DID URL of the key");
  return success({ algorithm: alg, verificationMethod: kid, purpose });
}

function unsupported(member: string, expected: string): Result<never, JwtFailure> {
  return failure({ reason: "unsupported-header", member, expected });
}

function decodeObject(part: string): JsonObject | undefined {
  const bytes = decodeBase64Url(part);
  const text = bytes === undefined ? undefined : decodeUtf8(bytes);
  if (text === undefined || !text.ok) return undefined;
  const value = readIJson(text.value.text);
  return value.ok && isJsonObject(value.value) ? value.value : undefined;
}
