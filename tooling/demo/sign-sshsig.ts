import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";

import { encodeBase64 } from "#core/trust/signatures/base64.ts";
import { concatBytes, wireString } from "#core/trust/signatures/ssh-wire.ts";
import { ARMOR_BEGIN, ARMOR_END, encodeSshsig, signedData } from "#core/trust/signatures/sshsig.ts";

/** The key type that demo accounts use; real accounts sign with `ssh-keygen` and whatever key they have. */
export const SIGNING_KEY_TYPE = "ssh-ed25519";

const ARMOR_LINE = /.{1,70}/g;

/** A fresh Ed25519 key in PEM (PKCS #8), to be kept in a file that nobody else can read. */
export function generateSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** The public half as it stands in `authorized_keys` after the key type: base64 of the wire format. */
export function publicKeyBlob(privateKeyPem: string): string {
  return encodeBase64(publicKeyWire(privateKeyPem));
}

/**
 * Signs like `ssh-keygen -Y sign -n <namespace>` (PROTOCOL.sshsig, SHA-512), so that the demonstration needs no OpenSSH.
 */
export function signSshsig(privateKeyPem: string, namespace: string, message: Uint8Array): string {
  const fields = { namespace, reserved: new Uint8Array(), hash: "sha512" } as const;
  const data = signedData(fields, createHash("sha512").update(message).digest());
  const raw = sign(null, data, createPrivateKey(privateKeyPem));
  const signature = concatBytes(wireString(SIGNING_KEY_TYPE), wireString(raw));
  const blob = encodeBase64(encodeSshsig({ ...fields, publicKey: publicKeyWire(privateKeyPem), signature }));
  const lines = blob.match(ARMOR_LINE) ?? [];
  return [ARMOR_BEGIN, ...lines, ARMOR_END, ""].join("\n");
}

function publicKeyWire(privateKeyPem: string): Uint8Array<ArrayBuffer> {
  const jwk = createPublicKey(createPrivateKey(privateKeyPem)).export({ format: "jwk" });
  return concatBytes(wireString(SIGNING_KEY_TYPE), wireString(Buffer.from(jwk.x ?? "", "base64url")));
}
