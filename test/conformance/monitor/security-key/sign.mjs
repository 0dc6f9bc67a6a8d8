/**
 * The keys of the software security key (provider.c): `enroll <algorithm>` makes one, `sign <algorithm> <message>
 * <application> <flags> <counter> <handle>` signs as a FIDO device does (OpenSSH PROTOCOL.u2f). Bytes are hexadecimal; the
 * handle is the private key. Algorithms as in sk-api.h: 0 is ECDSA on P-256, 1 is Ed25519.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from "node:crypto";

const ECDSA = "0";
/** A DER public key ends with the point: 0x04, x, y; or with the 32 bytes of Ed25519. */
const POINT_BYTES = { 0: 65, 1: 32 };

const [, , request, algorithm, ...args] = process.argv;
const isEcdsa = algorithm === ECDSA;

function enroll() {
  const { publicKey, privateKey } = isEcdsa
    ? generateKeyPairSync("ec", { namedCurve: "P-256" })
    : generateKeyPairSync("ed25519");
  const point = publicKey.export({ type: "spki", format: "der" }).subarray(-POINT_BYTES[algorithm]);
  return [point, privateKey.export({ type: "pkcs8", format: "der" })];
}

function signMessage([message, application, flags, counter, handle]) {
  const key = createPrivateKey({ key: Buffer.from(handle, "hex"), type: "pkcs8", format: "der" });
  const count = Buffer.alloc(4);
  count.writeUInt32BE(Number(counter));
  const signed = Buffer.concat([sha256(application), Buffer.of(Number(flags)), count, sha256(message)]);
  if (!isEcdsa) return [sign(null, signed, key)];
  const signature = sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" });
  return [signature.subarray(0, 32), signature.subarray(32)];
}

function sha256(hex) {
  return createHash("sha256").update(Buffer.from(hex, "hex")).digest();
}

const fields = request === "enroll" ? enroll() : signMessage(args);
process.stdout.write(`${fields.map((bytes) => bytes.toString("hex")).join(" ")}\n`);
