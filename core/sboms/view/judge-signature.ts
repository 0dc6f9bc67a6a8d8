import type { Outcome } from "../profiles/profile.ts";

/** Bytes of a signature by its algorithm (RFC 7518, RFC 8037), where they are always as many. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ES256: 64,
    ES384: 96,
    ES512: 132,
    Ed25519: 64,
    Ed448: 114,
    HS256: 32,
    HS384: 48,
    HS512: 64,
  }),
);
/** RSA makes as many bytes as its key has; shorter keys are broken. */
const RSA = /^(?:RS|PS)(?:256|384|512)$/;
const SHORTEST_RSA = 256;

/**
 * What a signature in JSON Signature Format is by its looks: several signers, a chain, or one of both sort, each with a value as long as its
 * algorithm makes it. Whether it belongs to the document is for who has the key.
 */
export function judgeSignature(signature: unknown): Outcome {
  if (signature === undefined) return "missing";
  const { signers, chain } = objectOf(signature);
  const list: readonly unknown[] = Array.isArray(signers) ? signers : Array.isArray(chain) ? chain : [signature];
  return list.length > 0 && list.every(looksSigned) ? "present" : "wrong";
}

function looksSigned(signer: unknown): boolean {
  const { algorithm, value } = objectOf(signer);
  if (typeof algorithm !== "string" || typeof value !== "string" || !/^[\w-]+$/.test(value)) return false;
  const bytes = Math.floor((value.length * 3) / 4);
  if (RSA.test(algorithm)) return bytes >= SHORTEST_RSA;
  // An algorithm of somebody's own is named by its address.
  const wanted = LENGTHS.get(algorithm);
  return wanted === undefined ? algorithm.includes(":") : bytes === wanted;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
