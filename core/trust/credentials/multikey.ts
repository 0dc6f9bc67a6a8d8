/** Ed25519 public keys as Multikey text and as `did:key` (W3C Controlled Identifiers §2.2.2). */
import { decodeBase58, encodeBase58 } from "./base58.ts";

/** Multicodec `ed25519-pub`, as a variable-length integer. */
const ED25519_PREFIX = [0xed, 0x01] as const;

/** Bytes of a raw Ed25519 public key (RFC 8032 §5.1.5). */
export const ED25519_KEY_BYTES = 32;

/** The Multikey form of a raw 32-byte Ed25519 public key: `z6Mk…`. */
export function encodeMultikey(publicKey: Uint8Array): string {
  return `z${encodeBase58(Uint8Array.from([...ED25519_PREFIX, ...publicKey]))}`;
}

/** The raw public key of a Multikey text; undefined for other kinds of keys and for nonsense. */
export function decodeMultikey(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!text.startsWith("z")) return undefined;
  const bytes = decodeBase58(text.slice(1));
  if (bytes?.length !== ED25519_PREFIX.length + ED25519_KEY_BYTES) return undefined;
  return bytes[0] === ED25519_PREFIX[0] && bytes[1] === ED25519_PREFIX[1] ? bytes.slice(2) : undefined;
}

/** The key that a `did:key` verification method (`did:key:z6Mk…#z6Mk…`) spells out; undefined for anything else. */
export function decodeDidKeyMethod(verificationMethod: string): Uint8Array<ArrayBuffer> | undefined {
  const match = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)#\1$/.exec(verificationMethod);
  return match?.[1] === undefined ? undefined : decodeMultikey(match[1]);
}
