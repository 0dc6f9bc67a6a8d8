import type { CredentialIssuer } from "#core/compliance/certificates/certificate-credential.ts";
import { didWebOf, type IssuerKey } from "#core/trust/credentials/did-document.ts";
import type { CredentialSigner } from "#core/trust/credentials/ed25519.ts";
import { readIssuerKeys, type SigningKey } from "#core/trust/credentials/issuer-keys.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";

/** Who issues, with the key that signs. */
export interface Issuer extends CredentialIssuer {
  readonly signer: CredentialSigner;
  /** Every key that was ever used. */
  readonly keys: readonly IssuerKey[];
}

type IssuerBindings = Pick<Bindings, "CREDENTIAL_KEYS" | "PUBLIC_ORIGIN">;

/** The issuer of this Stele, or the problem that says what the operator has to do. */
export async function openIssuer(
  env: IssuerBindings,
  request: Request,
  name: string,
): Promise<Result<Issuer, Response>> {
  const secret = env.CREDENTIAL_KEYS ?? "";
  if (secret === "") return failure(noKeys("The operator sets the secret CREDENTIAL_KEYS: see docs/credentials.md."));
  const keys = readIssuerKeys(secret);
  if (!keys.ok) return failure(noKeys(`The secret CREDENTIAL_KEYS cannot be used: ${keys.failure}.`));
  const origin = publicOrigin(env, request);
  const did = didWebOf(origin);
  return success({ did, name, origin, signer: await openSigner(did, keys.value.signing), keys: keys.value.all });
}

async function openSigner(did: string, { id, jwk }: SigningKey): Promise<CredentialSigner> {
  const key = await crypto.subtle.importKey("jwk", { ...jwk }, { name: "Ed25519" }, false, ["sign"]);
  return {
    verificationMethod: `${did}#${id}`,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign({ name: "Ed25519" }, key, data)),
    digest: (algorithm, data) => crypto.subtle.digest(algorithm, data),
  };
}

function noKeys(remedy: string): Response {
  return problemResponse({
    status: 503,
    title: "No key to sign with",
    detail: `This Stele issues no credentials, because it has no key to sign them with. ${remedy}`,
  });
}
