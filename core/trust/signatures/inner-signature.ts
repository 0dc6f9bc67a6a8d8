import { table, type Table } from "#core/base/table.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { CURVES, type CurveName, type PublicKey } from "./public-key.ts";
import { createWireReader, type WireReader } from "./ssh-wire.ts";

/** A signature in the form that WebCrypto takes. */
export interface InnerSignature {
  /** Ed25519: 64 bytes; ECDSA: r and s of fixed width; RSA: as long as the modulus. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** RSA only: the hash is chosen per signature. */
  readonly rsaHash?: "SHA-256" | "SHA-512";
  /** Security keys only: flags (1 byte) and counter (4 bytes), as signed. */
  readonly authenticatorData?: Uint8Array<ArrayBuffer>;
}

/** Why an inner signature is refused. */
export type InnerSignatureFailure =
  | { readonly reason: "malformed-signature" }
  | { readonly reason: "algorithm-mismatch"; readonly algorithm: string; readonly expected: readonly string[] }
  | { readonly reason: "not-touched" };

/** RSA with SHA-1 (`ssh-rsa`) is missing on purpose: PROTOCOL.sshsig forbids it. */
const RSA_ALGORITHMS: Table<"SHA-256" | "SHA-512"> = table({
  "rsa-sha2-256": "SHA-256",
  "rsa-sha2-512": "SHA-512",
});
/** Flag of PROTOCOL.u2f: somebody touched the security key. */
const USER_PRESENT = 0x01;

/** Reads the inner signature that belongs to a key; its algorithm must be one of that key's. */
export function parseInnerSignature(
  key: PublicKey,
  blob: Uint8Array<ArrayBuffer>,
): Result<InnerSignature, InnerSignatureFailure> {
  const reader = createWireReader(blob);
  const algorithm = reader.name();
  const expected = algorithmsOf(key);
  if (!expected.includes(algorithm)) return failure({ reason: "algorithm-mismatch", algorithm, expected });
  const bytes = readBytes(key, reader.string());
  if (bytes === undefined) return failure({ reason: "malformed-signature" });
  const isOnSecurityKey = key.kind !== "rsa" && key.application !== undefined;
  const authenticatorData = isOnSecurityKey ? reader.bytes(5) : undefined;
  if (!reader.finished()) return failure({ reason: "malformed-signature" });
  if (authenticatorData !== undefined) {
    const isTouched = ((authenticatorData[0] ?? 0) & USER_PRESENT) !== 0;
    return isTouched ? success({ bytes, authenticatorData }) : failure({ reason: "not-touched" });
  }
  const rsaHash = key.kind === "rsa" ? RSA_ALGORITHMS[algorithm] : undefined;
  return success({ bytes, ...(rsaHash === undefined ? {} : { rsaHash }) });
}

function algorithmsOf(key: PublicKey): readonly string[] {
  if (key.kind === "rsa") return Object.keys(RSA_ALGORITHMS);
  const plain = key.kind === "ed25519" ? "ssh-ed25519" : `ecdsa-sha2-${key.curve}`;
  return [key.application === undefined ? plain : `sk-${plain}@openssh.com`];
}

function readBytes(key: PublicKey, raw: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  switch (key.kind) {
    case "ed25519":
      return raw.length === 64 ? raw : undefined;
    case "ecdsa":
      return readEcdsa(key.curve, createWireReader(raw));
    case "rsa":
      // Some signers drop leading zeros (RFC 8332 §3); WebCrypto wants the full width.
      return raw.length <= key.modulus.length ? leftPad(raw, key.modulus.length) : undefined;
  }
}

/** r and s as mpints (RFC 5656 §3.1.2) to the fixed-width pair of IEEE P1363. */
function readEcdsa(curve: CurveName, reader: WireReader): Uint8Array<ArrayBuffer> | undefined {
  const width = CURVES[curve].bytes;
  const [r, s] = [reader.positiveInteger(), reader.positiveInteger()];
  if (!reader.finished() || r.length > width || s.length > width) return undefined;
  const pair = new Uint8Array(2 * width);
  pair.set(leftPad(r, width), 0);
  pair.set(leftPad(s, width), width);
  return pair;
}

function leftPad(bytes: Uint8Array<ArrayBuffer>, width: number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(width);
  padded.set(bytes, width - bytes.length);
  return padded;
}
