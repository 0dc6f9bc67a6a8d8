import { withoutTrailing } from "#core/base/text/trim-run.ts";

import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { parseInnerSignature, type InnerSignature, type InnerSignatureFailure } from "./inner-signature.ts";
import { CURVES, parsePublicKey, type PublicKey, type PublicKeyFailure } from "./public-key.ts";
import { concatBytes } from "./ssh-wire.ts";
import { MESSAGE_HASHES, parseSshsig, signedData, type SshsigSyntaxFailure } from "./sshsig.ts";

/** What is needed of WebCrypto's `crypto.subtle`; keys stay opaque. */
export interface CryptoPrimitives {
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: string; namedCurve?: string },
    extractable: boolean,
    keyUsages: ["verify"],
  ): Promise<unknown>;
  importKey(
    format: "jwk",
    keyData: { kty: string; n: string; e: string },
    algorithm: { name: string; hash: string },
    extractable: boolean,
    keyUsages: ["verify"],
  ): Promise<unknown>;
  verify(
    algorithm: { name: string; hash?: string },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** A key that an account has registered. */
export interface RegisteredKey {
  readonly name: string;
  /** For example `ssh-ed25519`. */
  readonly type: string;
  /** Base64 of the wire format, as in `authorized_keys`. */
  readonly blob: string;
  /** The key may sign from this instant on (inclusive). */
  readonly validFrom?: Date;
  /** The key may sign until this instant (exclusive). */
  readonly validUntil?: Date;
  /** Base64 of the key that verifies, where `blob` is that key within a certificate (default: `blob`). */
  readonly certifiedKey?: string;
}

/** Why a signature is not accepted, with the evidence. */
export type SshsigFailure =
  | SshsigSyntaxFailure
  | PublicKeyFailure
  | InnerSignatureFailure
  | { readonly reason: "wrong-namespace"; readonly expected: string; readonly actual: string }
  | { readonly reason: "unregistered-key" }
  | { readonly reason: "key-not-yet-valid"; readonly keyName: string; readonly validFrom: Date }
  | { readonly reason: "key-no-longer-valid"; readonly keyName: string; readonly validUntil: Date }
  | { readonly reason: "wrong-signature"; readonly keyName: string };

/** What is to be verified. */
export interface SshsigVerification {
  /** Armored signature as `ssh-keygen -Y sign` writes it. */
  readonly signature: string;
  /** The signed bytes exactly as they came. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly namespace: string;
  readonly keys: readonly RegisteredKey[];
  readonly now: Date;
  /** `crypto.subtle`. */
  readonly crypto: CryptoPrimitives;
}

/**
 * Verifies a detached SSH signature against registered keys and answers the key that made it. Never throws, whatever
 * the bytes. Security keys (FIDO) must have been touched, as `ssh` demands it by default.
 */
export async function verifySshsig(verification: SshsigVerification): Promise<Result<RegisteredKey, SshsigFailure>> {
  const { message, namespace, keys, now, crypto } = verification;
  const parsed = parseSshsig(verification.signature);
  if (!parsed.ok) return parsed;
  const sshsig = parsed.value;
  if (sshsig.namespace !== namespace) {
    return failure({ reason: "wrong-namespace", expected: namespace, actual: sshsig.namespace });
  }
  // The key in the signature only says which registered key to use; that one verifies.
  const claimed = encodeBase64(sshsig.publicKey);
  // A key may be registered twice, for two spans of time.
  const candidates = keys.filter((key) => key.blob === claimed);
  const registered = candidates.find((key) => checkValidity(key, now).ok) ?? candidates[0];
  if (registered === undefined) return failure({ reason: "unregistered-key" });
  const validity = checkValidity(registered, now);
  if (!validity.ok) return validity;
  const key = parsePublicKey(decodeBase64(registered.certifiedKey ?? registered.blob) ?? new Uint8Array());
  if (!key.ok) return key;
  const inner = parseInnerSignature(key.value, sshsig.signature);
  if (!inner.ok) return inner;
  const digest = new Uint8Array(await crypto.digest(MESSAGE_HASHES[sshsig.hash], message));
  const isGenuine = await verifyInner(key.value, inner.value, signedData(sshsig, digest), crypto);
  return isGenuine ? success(registered) : failure({ reason: "wrong-signature", keyName: registered.name });
}

/** The fingerprint of a key as `ssh-keygen -l` prints it: `SHA256:` and base64 without padding. */
export async function keyFingerprint(blob: string, crypto: Pick<CryptoPrimitives, "digest">): Promise<string> {
  const digest = await crypto.digest("SHA-256", decodeBase64(blob) ?? new Uint8Array());
  return `SHA256:${withoutTrailing(encodeBase64(new Uint8Array(digest)), "=")}`;
}

function checkValidity(key: RegisteredKey, now: Date): Result<undefined, SshsigFailure> {
  if (key.validFrom !== undefined && now < key.validFrom) {
    return failure({ reason: "key-not-yet-valid", keyName: key.name, validFrom: key.validFrom });
  }
  if (key.validUntil !== undefined && now >= key.validUntil) {
    return failure({ reason: "key-no-longer-valid", keyName: key.name, validUntil: key.validUntil });
  }
  return success(undefined);
}

/** Whether a signature in the form of SSH (algorithm, then bytes) was made over data with a key. Never throws. */
export async function verifySshSignature(
  keyBlob: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
  crypto: CryptoPrimitives,
): Promise<boolean> {
  const key = parsePublicKey(keyBlob);
  const inner = key.ok ? parseInnerSignature(key.value, signature) : key;
  return key.ok && inner.ok && verifyInner(key.value, inner.value, data, crypto);
}

async function verifyInner(
  key: PublicKey,
  signature: InnerSignature,
  data: Uint8Array<ArrayBuffer>,
  crypto: CryptoPrimitives,
): Promise<boolean> {
  try {
    const payload = await signedPayload(key, signature, data, crypto);
    const { imported, algorithm } = await importPublicKey(key, signature, crypto);
    return await crypto.verify(algorithm, imported, signature.bytes, payload);
  } catch {
    // WebCrypto throws where the numbers of a key make no sense, such as a point that is not on the curve.
    return false;
  }
}

/** A security key signs its own counter and flags with the digest of the data (OpenSSH PROTOCOL.u2f). */
async function signedPayload(
  key: PublicKey,
  { authenticatorData }: InnerSignature,
  data: Uint8Array<ArrayBuffer>,
  crypto: CryptoPrimitives,
): Promise<Uint8Array<ArrayBuffer>> {
  if (key.kind === "rsa" || key.application === undefined || authenticatorData === undefined) return data;
  const [application, digest] = await Promise.all([
    crypto.digest("SHA-256", key.application),
    crypto.digest("SHA-256", data),
  ]);
  return concatBytes(new Uint8Array(application), authenticatorData, new Uint8Array(digest));
}

async function importPublicKey(
  key: PublicKey,
  signature: InnerSignature,
  crypto: CryptoPrimitives,
): Promise<{ imported: unknown; algorithm: { name: string; hash?: string } }> {
  switch (key.kind) {
    case "ed25519": {
      const algorithm = { name: "Ed25519" };
      return { imported: await crypto.importKey("raw", key.point, algorithm, false, ["verify"]), algorithm };
    }
    case "ecdsa": {
      const { curve, hash } = CURVES[key.curve];
      const named = { name: "ECDSA", namedCurve: curve };
      const imported = await crypto.importKey("raw", key.point, named, false, ["verify"]);
      return { imported, algorithm: { name: "ECDSA", hash } };
    }
    case "rsa": {
      const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: signature.rsaHash ?? "SHA-512" };
      const jwk = { kty: "RSA", n: base64Url(key.modulus), e: base64Url(key.exponent) };
      return { imported: await crypto.importKey("jwk", jwk, algorithm, false, ["verify"]), algorithm };
    }
  }
}

function base64Url(bytes: Uint8Array): string {
  return withoutTrailing(encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_"), "=");
}
