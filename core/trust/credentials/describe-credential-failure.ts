import type { ProofFailure } from "./data-integrity.ts";
import type { JwtFailure } from "./vc-jwt.ts";
import { formatDateTime } from "./xsd-date-time.ts";

/** A failed signature in one sentence for people. */
export function describeCredentialFailure(failure: ProofFailure | JwtFailure): string {
  switch (failure.reason) {
    case "unavailable-key":
      return `The issuer's key cannot be had: ${failure.detail}.`;
    case "unsupported-key":
      return `Its key cannot be used here: ${failure.detail}.`;
    case "not-signed":
      return "The token says of itself that nobody signed it.";
    case "malformed-proof":
      return `Its proof is damaged: \`${failure.member}\` must be ${failure.expected}.`;
    case "unknown-key":
      return `The issuer does not vouch for the key: ${failure.detail}.`;
    case "no-proof":
      return "It has no proof: anybody may have written it.";
    case "too-many-proofs":
      return `It has more than ${failure.limit} proofs.`;
    case "unsupported-proof":
      return `Its proof cannot be checked here: \`${failure.member}\` is not ${failure.expected}.`;
    case "changed-context":
      return "Its `@context` is not the one that was signed.";
    case "expired-proof":
      return `Its proof was good until ${formatDateTime(failure.expires)}.`;
    case "wrong-signature":
      return `The signature does not match: the content was changed, or another key than \`${failure.verificationMethod}\` signed.`;
    case "not-a-jwt":
      return `It is no JSON Web Token: its ${failure.part} cannot be read.`;
    case "unsupported-header":
      return `The token cannot be checked here: \`${failure.member}\` in its header is not ${failure.expected}.`;
    case "lone-surrogate":
      return `The text at \`${failure.pointer}\` is not well-formed Unicode.`;
    case "not-a-number":
    case "not-json":
    case "too-deep":
      return `It cannot be brought into canonical form at \`${failure.pointer}\`.`;
  }
}
