/** Public keys that WebCrypto can verify with, and the algorithms of signatures that go with them. */
import { failure, success, type Result } from "#core/base/result.ts";

/** What credentials need of WebCrypto's `crypto.subtle`; keys stay opaque. */
export interface VerifyPrimitives {
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: KeyAlgorithm,
    extractable: boolean,
    keyUsages: ["verify"],
  ): Promise<unknown>;
  importKey(
    format: "jwk",
    keyData: { kty: string; n: string; e: string },
    algorithm: KeyAlgorithm,
    extractable: boolean,
    keyUsages: ["verify"],
  ): Promise<unknown>;
  verify(
    algorithm: KeyAlgorithm,
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** An algorithm as WebCrypto names it. */
export interface KeyAlgorithm {
  name: string;
  hash?: string;
  namedCurve?: string;
  saltLength?: number;
}

/** A public key. Raw points are those of RFC 8032, or uncompressed: 0x04, x, y. */
export type VerificationKey =
  | { readonly kind: "Ed25519" | "P-256" | "P-384" | "P-521"; readonly raw: Uint8Array<ArrayBuffer> }
  | { readonly kind: "RSA"; readonly n: string; readonly e: string };

/** What becomes of verifying; `unsupported` where the platform lacks the algorithm, which says nothing of the signature. */
export type SignatureVerdict = "good" | "bad" | "unsupported";

interface SignatureAlgorithm {
  readonly kind: VerificationKey["kind"];
  readonly importing: KeyAlgorithm;
  readonly verifying: KeyAlgorithm;
  /** Bytes of a signature; undefined where they follow from the key. */
  readonly signatureBytes?: number;
}

const ED25519: SignatureAlgorithm = {
  kind: "Ed25519",
  importing: { name: "Ed25519" },
  verifying: { name: "Ed25519" },
  signatureBytes: 64,
};

/** The algorithms that are understood, by their names in JOSE (RFC 7518, RFC 8037, RFC 9864). */
const ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ["EdDSA", ED25519],
  ["Ed25519", ED25519],
  ["ES256", ecdsa("P-256", "SHA-256", 64)],
  ["ES384", ecdsa("P-384", "SHA-384", 96)],
  ["ES512", ecdsa("P-521", "SHA-512", 132)],
  ["RS256", rsa("RSASSA-PKCS1-v1_5", "SHA-256")],
  ["RS384", rsa("RSASSA-PKCS1-v1_5", "SHA-384")],
  ["RS512", rsa("RSASSA-PKCS1-v1_5", "SHA-512")],
  ["PS256", rsa("RSA-PSS", "SHA-256", 32)],
  ["PS384", rsa("RSA-PSS", "SHA-384", 48)],
  ["PS512", rsa("RSA-PSS", "SHA-512", 64)],
]);

/** Names of the algorithms that can be verified, for messages. */
export const ALGORITHM_NAMES: readonly string[] = [...ALGORITHMS.keys()];

/** Whether an algorithm can be verified here. */
export function isKnownAlgorithm(name: string): boolean {
  return ALGORITHMS.has(name);
}

/** Whether a signature was made with an algorithm and the private half of a key. Never throws. */
export async function verifyWithKey(
  crypto: Pick<VerifyPrimitives, "importKey" | "verify">,
  name: string,
  key: VerificationKey,
  { signature, data }: { readonly signature: Uint8Array<ArrayBuffer>; readonly data: Uint8Array<ArrayBuffer> },
): Promise<SignatureVerdict> {
  const algorithm = ALGORITHMS.get(name);
  if (algorithm === undefined) return "unsupported";
  if (algorithm.kind !== key.kind) return "bad";
  if (algorithm.signatureBytes !== undefined && signature.length !== algorithm.signatureBytes) return "bad";
  try {
    const imported =
      key.kind === "RSA"
        ? await crypto.importKey("jwk", { kty: "RSA", n: key.n, e: key.e }, algorithm.importing, false, ["verify"])
        : await crypto.importKey("raw", key.raw, algorithm.importing, false, ["verify"]);
    return (await crypto.verify(algorithm.verifying, imported, signature, data)) ? "good" : "bad";
  } catch (error) {
    // WebCrypto throws where the numbers of a key make no sense, such as a point that is not on the curve.
    return error instanceof Error && error.name === "NotSupportedError" ? "unsupported" : "bad";
  }
}

/** The key, if signatures of the algorithm are made with keys of its kind; else a sentence without a full stop. */
export function fitsAlgorithm(name: string, key: VerificationKey): Result<VerificationKey, string> {
  const kind = ALGORITHMS.get(name)?.kind;
  return kind === key.kind ? success(key) : failure(`a key of kind ${key.kind} makes no signatures with ${name}`);
}

function ecdsa(kind: "P-256" | "P-384" | "P-521", hash: string, signatureBytes: number): SignatureAlgorithm {
  const importing = { name: "ECDSA", namedCurve: kind };
  return { kind, importing, verifying: { name: "ECDSA", hash }, signatureBytes };
}

function rsa(name: string, hash: string, saltLength?: number): SignatureAlgorithm {
  const verifying = saltLength === undefined ? { name } : { name, saltLength };
  return { kind: "RSA", importing: { name, hash }, verifying };
}
