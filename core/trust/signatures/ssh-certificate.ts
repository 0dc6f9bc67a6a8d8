/** Certificates of SSH keys (OpenSSH PROTOCOL.certkeys), as far as signatures of messages need them. */
import { createWireReader, concatBytes, wireString, type WireReader } from "./ssh-wire.ts";

/** What an authority says of a key. */
export interface SshCertificate {
  /** The certified key without its certificate, as it would be registered. */
  readonly key: Uint8Array<ArrayBuffer>;
  readonly isForUsers: boolean;
  readonly principals: readonly string[];
  /** Seconds since 1970: from (inclusive) and until (exclusive). */
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  readonly authority: Uint8Array<ArrayBuffer>;
  /** The bytes that the authority signed, and its signature in the form of SSH. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const SUFFIX = "-cert-v01@openssh.com";
const USER = 1;

/** Whether a key in a signature is one with a certificate. */
export function isCertified(blob: Uint8Array<ArrayBuffer>): boolean {
  return createWireReader(blob).name().endsWith(SUFFIX);
}

/** Reads a certificate; undefined for anything damaged or of another kind. */
export function readCertificate(blob: Uint8Array<ArrayBuffer>): SshCertificate | undefined {
  const reader = createWireReader(blob);
  const type = reader.name();
  if (!type.endsWith(SUFFIX)) return undefined;
  reader.string(); // nonce
  const plain = type.slice(0, -SUFFIX.length);
  const count = plain === "ssh-ed25519" ? 1 : 2;
  if (!/^(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521))$/.test(plain)) return undefined;
  const fields = Array.from({ length: count }, () => wireString(reader.string()));
  reader.bytes(8); // serial
  const kind = reader.uint32();
  reader.string(); // key id
  const principals = readNames(createWireReader(reader.string()));
  const [validAfter, validBefore] = [readUint64(reader), readUint64(reader)];
  for (let skipped = 0; skipped < 3; skipped += 1) reader.string(); // critical options, extensions, reserved
  const authority = reader.string();
  const signature = reader.string();
  if (!reader.finished() || principals === undefined) return undefined;
  return {
    key: concatBytes(wireString(plain), ...fields),
    isForUsers: kind === USER,
    principals,
    validAfter,
    validBefore,
    authority,
    signed: blob.subarray(0, blob.length - 4 - signature.length),
    signature,
  };
}

function readNames(reader: WireReader): readonly string[] | undefined {
  const names: string[] = [];
  while (!reader.finished()) {
    const name = reader.name();
    if (name === "") return undefined;
    names.push(name);
  }
  return names;
}

function readUint64(reader: WireReader): bigint {
  return (BigInt(reader.uint32()) << 32n) | BigInt(reader.uint32());
}
