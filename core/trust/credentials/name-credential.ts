import { asList, type JsonObject } from "./json-value.ts";
import { formatDateTime, parseDateTime } from "./xsd-date-time.ts";

/** What a credential is, for a sentence such as "The … is valid." */
export function nameCredential(credential: JsonObject | undefined): string {
  const types = asList(credential?.["type"]);
  if (types.includes("CertificateCredential")) return "certificate";
  if (types.includes("ComplianceCredential")) {
    const from = parseDateTime(credential?.["validFrom"]);
    return from === undefined ? "attestation" : `attestation of ${formatDateTime(from)}`;
  }
  if (types.includes("BitstringStatusListCredential")) return "status list";
  return types.includes("VerifiablePresentation") ? "presentation" : "credential";
}
