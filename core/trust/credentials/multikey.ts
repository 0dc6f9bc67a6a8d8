/** Ed25519 public keys as Multikey text and as `did:key` (W3C Controlled Identifiers §2.2.2). */
import { failure, success, type Result } from "#core/base/result.ts";

import { decodeBase58, encodeBase58 } from "./base58.ts";
import type { KeyFormFailure } from "./read-jwk.ts";
import type { VerificationKey } from "./verification-key.ts";

/** Multicodec `ed25519-pub`, as a variable-length integer. */
const ED25519_PREFIX = [0xed, 0x01] as const;

/** Bytes of a raw Ed25519 public key (RFC 8032 §5.1.5). */
export const ED25519_KEY_BYTES = 32;

/** The Multikey form of a raw 32-byte Ed25519 public key: `z6Mk…`. */
export function encodeMultikey(publicKey: Uint8Array): string {
  return `z${encodeBase58(Uint8Array.from([...ED25519_PREFIX, ...publicKey]))}`;
}

/** The key of a Multikey text. */
export function readMultikey(text: string): Result<VerificationKey, KeyFormFailure> {
  const bytes = text.startsWith("z") ? decodeBase58(text.slice(1)) : undefined;
  if (bytes === undefined) return failure({ reason: "malformed", detail: "the Multikey is not `z` and base58" });
  if (bytes[0] !== ED25519_PREFIX[0] || bytes[1] !== ED25519_PREFIX[1]) {
    return failure({ reason: "unsupported", detail: "a Multikey of another kind than Ed25519 cannot be used here" });
  }
  if (bytes.length !== ED25519_PREFIX.length + ED25519_KEY_BYTES) {
    return failure({ reason: "malformed", detail: "the Multikey has not 32 bytes" });
  }
  return success({ kind: "Ed25519", raw: bytes.slice(2) });
}

/** The key that a `did:key` verification method (`did:key:z6Mk…#z6Mk…`) spells out; undefined for anything else. */
export function readDidKeyMethod(verificationMethod: string): Result<VerificationKey, KeyFormFailure> | undefined {
  const match = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)#\1$/.exec(verificationMethod);
  return match?.[1] === undefined ? undefined : readMultikey(match[1]);
}
