import { failure, success, type Result } from "#core/base/result.ts";
import { decodeBase64 } from "./base64.ts";
import { concatBytes, createWireReader, wireString } from "./ssh-wire.ts";

/** Hash algorithms that PROTOCOL.sshsig allows for the message, by their name there. */
export const MESSAGE_HASHES = { sha256: "SHA-256", sha512: "SHA-512" } as const;

/** Name of a hash algorithm of the message. */
export type MessageHash = keyof typeof MESSAGE_HASHES;

/** A detached signature in the format of `ssh-keygen -Y sign` (OpenSSH PROTOCOL.sshsig). */
export interface Sshsig {
  /** The signer's public key as it claims; only to find the registered one. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** What the signature is for, for example `report`. */
  readonly namespace: string;
  /** Kept because it is part of what is signed. */
  readonly reserved: Uint8Array<ArrayBuffer>;
  readonly hash: MessageHash;
  /** The inner signature, whose form depends on the key. */
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Why a text is not a signature. */
export type SshsigSyntaxFailure =
  | { readonly reason: "missing-armor"; readonly expected: string }
  | { readonly reason: "armor-too-long"; readonly limitCharacters: number }
  | { readonly reason: "malformed-base64" }
  | { readonly reason: "malformed-signature" }
  | { readonly reason: "unsupported-version"; readonly version: number }
  | { readonly reason: "unsupported-hash"; readonly hash: string };

/** First and last line of the armor. */
export const ARMOR_BEGIN = "-----BEGIN SSH SIGNATURE-----";
export const ARMOR_END = "-----END SSH SIGNATURE-----";

/** A signature by an RSA key of 16,384 bits has some 6,000 characters; more is not a signature. */
const MAX_ARMOR_CHARACTERS = 20_000;
const MAGIC = new TextEncoder().encode("SSHSIG");
const VERSION = 1;

/** Reads an armored signature; line ends may be LF or CRLF, anything before or after the armor is refused. */
export function parseSshsig(armored: string): Result<Sshsig, SshsigSyntaxFailure> {
  if (armored.length > MAX_ARMOR_CHARACTERS) {
    return failure({ reason: "armor-too-long", limitCharacters: MAX_ARMOR_CHARACTERS });
  }
  const lines = armored.replace(/\r?\n$/, "").split(/\r?\n/);
  if (lines.length < 3 || lines[0] !== ARMOR_BEGIN) return failure({ reason: "missing-armor", expected: ARMOR_BEGIN });
  if (lines.at(-1) !== ARMOR_END) return failure({ reason: "missing-armor", expected: ARMOR_END });
  const blob = decodeBase64(lines.slice(1, -1).join(""));
  return blob === undefined ? failure({ reason: "malformed-base64" }) : parseSshsigBlob(blob);
}

function parseSshsigBlob(blob: Uint8Array<ArrayBuffer>): Result<Sshsig, SshsigSyntaxFailure> {
  const reader = createWireReader(blob);
  const magic = reader.bytes(MAGIC.length);
  if (magic.length === 0 || MAGIC.some((byte, index) => magic[index] !== byte)) {
    return failure({ reason: "malformed-signature" });
  }
  const version = reader.uint32();
  if (version !== VERSION) return failure({ reason: "unsupported-version", version });
  const publicKey = reader.string();
  const namespace = reader.name();
  const reserved = reader.string();
  const hash = reader.name();
  const signature = reader.string();
  // An empty namespace is forbidden by the protocol: it would let a signature serve any purpose.
  if (!reader.finished() || namespace === "") return failure({ reason: "malformed-signature" });
  if (!isMessageHash(hash)) return failure({ reason: "unsupported-hash", hash });
  return success({ publicKey, namespace, reserved, hash, signature });
}

/** The bytes that are signed in place of the message, given the message's digest. */
export function signedData(
  { namespace, reserved, hash }: Pick<Sshsig, "namespace" | "reserved" | "hash">,
  messageDigest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concatBytes(MAGIC, wireString(namespace), wireString(reserved), wireString(hash), wireString(messageDigest));
}

/** The binary form of a signature, which the armor wraps in base64. */
export function encodeSshsig({ publicKey, namespace, reserved, hash, signature }: Sshsig): Uint8Array<ArrayBuffer> {
  const version = Uint8Array.of(0, 0, 0, VERSION);
  const fields = [publicKey, namespace, reserved, hash, signature].map((field) => wireString(field));
  return concatBytes(MAGIC, version, ...fields);
}

function isMessageHash(name: string): name is MessageHash {
  return Object.hasOwn(MESSAGE_HASHES, name);
}
