/** Public keys as JSON Web Keys (RFC 7517, RFC 8037; Controlled Identifiers §2.2.3). */
import { failure, success, type Result } from "#core/base/result.ts";

import { decodeBase64Url } from "./base64url.ts";
import type { JsonObject } from "./json-value.ts";
import { ALGORITHM_NAMES, fitsAlgorithm, type VerificationKey } from "./verification-key.ts";

/** Why a key cannot be used, a sentence without a full stop; `unsupported` says nothing against it. */
export interface KeyFormFailure {
  readonly reason: "unsupported" | "malformed";
  readonly detail: string;
}

/** Bytes of a coordinate by curve. */
const CURVES = new Map([
  ["P-256", 32],
  ["P-384", 48],
  ["P-521", 66],
] as const);

/** NIST SP 800-131A disallows shorter ones since 2014; longer ones only cost time. */
const RSA_BITS = { least: 2048, most: 16_384 } as const;

/** Reads a public key that is meant for verifying signatures. */
export function readJwk(jwk: JsonObject): Result<VerificationKey, KeyFormFailure> {
  // Controlled Identifiers §2.2.3: who publishes the private half has no key any more.
  if ("d" in jwk || "k" in jwk) return malformed("the private half of the key is published");
  const { use, key_ops: operations, alg } = jwk;
  if (use !== undefined && use !== "sig") return malformed("the key is not for signatures");
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify"))) {
    return malformed("the key is not for verifying");
  }
  const key = readByType(jwk);
  if (!key.ok || alg === undefined) return key;
  if (typeof alg !== "string" || !ALGORITHM_NAMES.includes(alg)) {
    return unsupported(`signatures of the algorithm ${nameOf(alg)} cannot be checked here`);
  }
  const fitting = fitsAlgorithm(alg, key.value);
  return fitting.ok ? fitting : malformed(fitting.failure);
}

function readByType(jwk: JsonObject): Result<VerificationKey, KeyFormFailure> {
  const { kty, crv } = jwk;
  if (kty === "OKP" && crv === "Ed25519") {
    const raw = bytesOf(jwk["x"]);
    return raw?.length === 32 ? success({ kind: "Ed25519", raw }) : malformed("the key has not 32 bytes");
  }
  if (kty === "EC" && (crv === "P-256" || crv === "P-384" || crv === "P-521")) {
    const [x, y] = [bytesOf(jwk["x"]), bytesOf(jwk["y"])];
    const size = CURVES.get(crv);
    if (x === undefined || y === undefined || x.length !== size || y.length !== size) {
      return malformed(`the coordinates of the key have not ${size} bytes each`);
    }
    return success({ kind: crv, raw: Uint8Array.from([4, ...x, ...y]) });
  }
  if (kty === "RSA") return readRsa(jwk);
  return unsupported(`keys of the kind ${nameOf(kty)} ${nameOf(crv)} cannot be used here`);
}

function readRsa({ n, e }: JsonObject): Result<VerificationKey, KeyFormFailure> {
  const [modulus, exponent] = [bytesOf(n), bytesOf(e)];
  if (modulus === undefined || exponent === undefined || typeof n !== "string" || typeof e !== "string") {
    return malformed("the numbers of the key cannot be read");
  }
  const leading = modulus.findIndex((byte) => byte !== 0);
  const bits = leading < 0 ? 0 : (modulus.length - leading) * 8 - Math.clz32(modulus[leading] ?? 0) + 24;
  if (bits < RSA_BITS.least) return malformed(`the RSA key has ${bits} bits, too few to be trusted`);
  if (bits > RSA_BITS.most) return unsupported(`RSA keys of ${bits} bits cannot be used here`);
  return success({ kind: "RSA", n, e });
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  return typeof value === "string" ? decodeBase64Url(value) : undefined;
}

function nameOf(value: unknown): string {
  return typeof value === "string" ? `\`${value.slice(0, 40)}\`` : "that has no name";
}

function malformed(detail: string): Result<never, KeyFormFailure> {
  return failure({ reason: "malformed", detail });
}

function unsupported(detail: string): Result<never, KeyFormFailure> {
  return failure({ reason: "unsupported", detail });
}
