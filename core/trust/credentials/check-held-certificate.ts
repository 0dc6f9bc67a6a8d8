/** An attestation may name the certificate that its cloud holds; it is worth what that certificate is worth. */
import { checkSecured } from "./check-secured.ts";
import { checkStatus } from "./check-status.ts";
import { asList, idOf, isJsonObject, type JsonObject } from "./json-value.ts";
import { openCredential } from "./open-credential.ts";
import { allPass, type CredentialCheck, type KeyedHost } from "./verification.ts";

/** The steps for the certificate that a credential names; none for one that names none. */
export async function checkHeldCertificate(
  credential: JsonObject,
  host: KeyedHost,
): Promise<readonly CredentialCheck[]> {
  const address = heldCertificateOf(credential);
  if (address === undefined) return [];
  const about = `certificate ${address}`;
  const step = (name: CredentialCheck["name"], outcome: CredentialCheck["outcome"], message: string) =>
    [{ name, outcome, message, about }] as const;
  const fetched = await host.fetchText(`${address}.vc`);
  if (!fetched.ok) return step("form", "unknown", `It cannot be had: ${fetched.failure}.`);
  const opened = await openCredential(fetched.value, host);
  const checks = checkSecured(opened, host.now);
  const { content } = opened;
  if (content === undefined || !allPass(checks)) return checks.map((check) => ({ ...check, about }));
  if (content["id"] !== address || subjectIdOf(content) !== subjectIdOf(credential)) {
    return step("form", "fail", "What is there is another certificate, or one for another cloud.");
  }
  if (idOf(content["issuer"]) !== idOf(credential["issuer"])) {
    return step("issuer", "fail", "It is by another issuer.");
  }
  return [...checks, ...(await checkStatus(content, host))].map((check) => ({ ...check, about }));
}

/** Only our own attestations have the member; its address is that of the certificate's page. */
function heldCertificateOf({ type, credentialSubject }: JsonObject): string | undefined {
  if (!asList(type).includes("ComplianceCredential") || !isJsonObject(credentialSubject)) return undefined;
  const compliance = credentialSubject["compliance"];
  const held = isJsonObject(compliance) ? compliance["heldCertificate"] : undefined;
  return typeof held === "string" && /^https?:\/\/\S+$/.test(held) ? held : undefined;
}

function subjectIdOf({ credentialSubject }: JsonObject): string | undefined {
  return isJsonObject(credentialSubject) ? idOf(credentialSubject) : undefined;
}
