import type { VerifyPrimitives } from "./verification-key.ts";

/** A key that signs; the private part stays with the host. */
export interface CredentialSigner {
  /** URL of the verification method, for example `did:web:certs.example.org#k2026-1`. */
  readonly verificationMethod: string;
  /** An Ed25519 signature of 64 bytes (RFC 8032). */
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  readonly digest: VerifyPrimitives["digest"];
}
