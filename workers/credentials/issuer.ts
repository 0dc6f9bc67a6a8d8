import type { CredentialIssuer } from "#core/compliance/certificates/certificate-credential.ts";
import { didWebOf, type IssuerKey } from "#core/trust/credentials/did-document.ts";
import type { CredentialSigner } from "#core/trust/credentials/credential-signer.ts";
import { readIssuerKeys, type SigningKey } from "#core/trust/credentials/issuer-keys.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import type { Bindings } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { configuredOrigin } from "../state/public-origin.ts";

/** Who issues, with the key that signs. */
export interface Issuer extends CredentialIssuer {
  readonly signer: CredentialSigner;
  /** Every key that was ever used. */
  readonly keys: readonly IssuerKey[];
}

type IssuerBindings = Pick<Bindings, "CREDENTIAL_KEYS" | "PUBLIC_ORIGIN">;

/** The issuer of this Stele, or the problem that says what the operator has to do. */
export async function openIssuer(env: IssuerBindings, name: string): Promise<Result<Issuer, Response>> {
  const origin = configuredOrigin(env);
  if (origin === undefined) return failure(noOrigin(env.PUBLIC_ORIGIN ?? ""));
  const secret = env.CREDENTIAL_KEYS ?? "";
  if (secret === "") return failure(noKeys("The operator sets the secret CREDENTIAL_KEYS: see docs/credentials.md."));
  const keys = readIssuerKeys(secret);
  if (!keys.ok) return failure(noKeys(`The secret CREDENTIAL_KEYS cannot be used: ${keys.failure}.`));
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

/** The name of a request is whatever its sender says; a signature must not stand under it. */
function noOrigin(configured: string): Response {
  const wrong = configured === "" ? "is not set" : "is no http(s) address";
  return problemResponse({
    status: 503,
    title: "No name to sign under",
    detail: `This Stele issues no credentials: the variable PUBLIC_ORIGIN ${wrong}. The operator sets it to the address of this site, such as \`https://certs.example.org\`: see docs/credentials.md.`,
  });
}

function noKeys(remedy: string): Response {
  return problemResponse({
    status: 503,
    title: "No key to sign with",
    detail: `This Stele issues no credentials, because it has no key to sign them with. ${remedy}`,
  });
}
