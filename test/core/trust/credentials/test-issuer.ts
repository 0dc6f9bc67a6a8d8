/** An issuer with a key of its own and the pieces of the host that credentials need, in any runtime. */
import type { Gzip } from "#core/trust/credentials/bitstring.ts";
import { buildDidDocument, type IssuerKey } from "#core/trust/credentials/did-document.ts";
import type { CredentialSigner } from "#core/trust/credentials/credential-signer.ts";
import type { JsonObject } from "#core/trust/credentials/json-value.ts";
import { failure, success, type Result } from "#core/base/result.ts";

export const ISSUER = "did:web:certs.example";

export interface TestIssuer {
  readonly key: IssuerKey;
  readonly signer: CredentialSigner;
}

export async function createIssuer(id = "k1", did = ISSUER): Promise<TestIssuer> {
  // The types of Node and of workerd differ in what they promise here; both answer what is asked for.
  const made: unknown = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
  const pair = made as CryptoKeyPair;
  const raw: unknown = await crypto.subtle.exportKey("raw", pair.publicKey);
  return {
    key: { id, publicKey: new Uint8Array(raw as ArrayBuffer) },
    signer: {
      verificationMethod: `${did}#${id}`,
      sign: async (data) => new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, pair.privateKey, data)),
      digest: (algorithm, data) => crypto.subtle.digest(algorithm, data),
    },
  };
}

export const gzip: Gzip = {
  compress: async (bytes) => {
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Uint8Array(await new Response(packed as ReadableStream).arrayBuffer());
  },
  async decompress(bytes, limitBytes) {
    try {
      const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const whole = new Uint8Array(await new Response(unpacked as ReadableStream).arrayBuffer());
      return whole.length > limitBytes ? undefined : whole;
    } catch {
      return undefined;
    }
  },
};

/** A web of texts by address. */
export function fetchFrom(pages: Readonly<Record<string, unknown>>) {
  return async (url: string): Promise<Result<string, string>> => {
    const page = pages[url];
    if (page === undefined) return failure(`nothing is at ${url}`);
    return success(typeof page === "string" ? page : JSON.stringify(page));
  };
}

export function didPages(keys: readonly IssuerKey[], did = ISSUER): Record<string, unknown> {
  return { "https://certs.example/.well-known/did.json": buildDidDocument(did, keys) };
}

export const CREDENTIAL: JsonObject = {
  "@context": ["https://www.w3.org/ns/credentials/v2"],
  id: "https://certs.example/certificates/2026-0001",
  type: ["VerifiableCredential", "CertificateCredential"],
  issuer: { id: ISSUER, name: "The Forum" },
  validFrom: "2026-07-01T00:00:00Z",
  validUntil: "2027-07-01T00:00:00Z",
  credentialSubject: { id: "urn:cloud:alpha", regions: ["a", "b"], count: 2, isPublic: true },
};
