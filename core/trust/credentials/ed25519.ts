/** What credentials need of WebCrypto's `crypto.subtle`; keys stay opaque. */
export interface VerifyPrimitives {
  digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: string },
    extractable: boolean,
    keyUsages: ["verify"],
  ): Promise<unknown>;
  verify(
    algorithm: { name: string },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** A key that signs; the private part stays with the host. */
export interface CredentialSigner {
  /** URL of the verification method, for example `did:web:certs.example.org#k2026-1`. */
  readonly verificationMethod: string;
  /** An Ed25519 signature of 64 bytes (RFC 8032). */
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  readonly digest: VerifyPrimitives["digest"];
}

/** Bytes of an Ed25519 signature. */
export const ED25519_SIGNATURE_BYTES = 64;

/** Whether a signature over data was made with the private half of a raw public key. Never throws. */
export async function verifyEd25519(
  crypto: Pick<VerifyPrimitives, "importKey" | "verify">,
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.verify({ name: "Ed25519" }, key, signature, data);
  } catch {
    // WebCrypto throws where the bytes are no point of the curve.
    return false;
  }
}
