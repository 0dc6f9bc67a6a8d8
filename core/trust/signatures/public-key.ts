import { table, type Table } from "#core/base/table.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { createWireReader, type WireReader } from "./ssh-wire.ts";

/** NIST curves by their SSH name (RFC 5656 §10.1); `bytes` is the width of a coordinate. */
export const CURVES = {
  nistp256: { curve: "P-256", hash: "SHA-256", bytes: 32 },
  nistp384: { curve: "P-384", hash: "SHA-384", bytes: 48 },
  nistp521: { curve: "P-521", hash: "SHA-512", bytes: 66 },
} as const;

/** The SSH name of a NIST curve. */
export type CurveName = keyof typeof CURVES;

/** A public key that can verify; `application` marks a key on a security key (FIDO), for example `ssh:`. */
export type PublicKey =
  | {
      readonly kind: "ed25519";
      readonly point: Uint8Array<ArrayBuffer>;
      readonly application?: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly kind: "ecdsa";
      readonly curve: CurveName;
      /** Uncompressed: 0x04, x, y. */
      readonly point: Uint8Array<ArrayBuffer>;
      readonly application?: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: "rsa"; readonly exponent: Uint8Array<ArrayBuffer>; readonly modulus: Uint8Array<ArrayBuffer> };

/** Why a key cannot be used. */
export type PublicKeyFailure =
  | { readonly reason: "unsupported-key-type"; readonly keyType: string }
  | { readonly reason: "malformed-key"; readonly keyType: string }
  | { readonly reason: "weak-key"; readonly bits: number; readonly leastBits: number };

/** Shorter RSA keys are refused: NIST SP 800-131A disallows them since 2014. */
export const LEAST_RSA_BITS = 2048;
/** Longer ones only cost time; OpenSSH has the same limit. */
const MOST_RSA_BITS = 16_384;

type KeyParser = (reader: WireReader) => PublicKey | undefined;

/** The key types of SSH that may sign a report, each with the parser of what follows its name in the blob. */
const KEY_TYPES: Table<KeyParser> = table({
  "ssh-ed25519": parseEd25519,
  "ecdsa-sha2-nistp256": parseEcdsa("nistp256"),
  "ecdsa-sha2-nistp384": parseEcdsa("nistp384"),
  "ecdsa-sha2-nistp521": parseEcdsa("nistp521"),
  "ssh-rsa": parseRsa,
  "sk-ssh-ed25519@openssh.com": onSecurityKey(parseEd25519),
  "sk-ecdsa-sha2-nistp256@openssh.com": onSecurityKey(parseEcdsa("nistp256")),
});

/** Reads a public key blob (RFC 4253 §6.6, RFC 5656, RFC 8709, OpenSSH PROTOCOL.u2f); trailing data is malformed. */
export function parsePublicKey(blob: Uint8Array<ArrayBuffer>): Result<PublicKey, PublicKeyFailure> {
  const reader = createWireReader(blob);
  const keyType = reader.name();
  const parse = Object.hasOwn(KEY_TYPES, keyType) ? KEY_TYPES[keyType] : undefined;
  if (parse === undefined) return failure({ reason: "unsupported-key-type", keyType });
  const key = parse(reader);
  if (key === undefined || !reader.finished()) return failure({ reason: "malformed-key", keyType });
  if (key.kind === "rsa") {
    const bits = bitLength(key.modulus);
    if (bits < LEAST_RSA_BITS) return failure({ reason: "weak-key", bits, leastBits: LEAST_RSA_BITS });
    if (bits > MOST_RSA_BITS) return failure({ reason: "malformed-key", keyType });
  }
  return success(key);
}

function parseEd25519(reader: WireReader): PublicKey | undefined {
  const point = reader.string();
  return point.length === 32 ? { kind: "ed25519", point } : undefined;
}

function parseEcdsa(curve: CurveName): KeyParser {
  return (reader) => {
    const named = reader.name();
    const point = reader.string();
    const isUncompressed = point[0] === 4 && point.length === 1 + 2 * CURVES[curve].bytes;
    return named === curve && isUncompressed ? { kind: "ecdsa", curve, point } : undefined;
  };
}

function parseRsa(reader: WireReader): PublicKey {
  const exponent = reader.positiveInteger();
  return { kind: "rsa", exponent, modulus: reader.positiveInteger() };
}

function onSecurityKey(parse: KeyParser): KeyParser {
  return (reader) => {
    const key = parse(reader);
    const application = reader.string();
    return key === undefined || key.kind === "rsa" ? undefined : { ...key, application };
  };
}

function bitLength(magnitude: Uint8Array): number {
  const [first = 0] = magnitude;
  return magnitude.length * 8 - (first === 0 ? 8 : Math.clz32(first) - 24);
}
