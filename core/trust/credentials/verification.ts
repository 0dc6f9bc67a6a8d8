/** What checking credentials needs, and what comes of it. */
import type { Gzip } from "./bitstring.ts";
import type { KeyResolver } from "./data-integrity.ts";
import type { JsonObject } from "./json-value.ts";
import type { FetchText } from "./resolve-key.ts";
import type { VerifyPrimitives } from "./verification-key.ts";

/** What checking needs of the host. */
export interface VerificationHost {
  readonly now: Date;
  /** `crypto.subtle`. */
  readonly crypto: VerifyPrimitives;
  readonly gzip: Pick<Gzip, "decompress">;
  readonly fetchText: FetchText;
}

/** A host that remembers the keys it has found. */
export interface KeyedHost extends VerificationHost {
  readonly resolveKey: KeyResolver;
}

/** One step of the check; `unknown` where something that is needed cannot be had, or cannot be done here. */
export interface CredentialCheck {
  readonly name: "form" | "signature" | "issuer" | "holder" | "period" | "status";
  readonly outcome: "pass" | "fail" | "unknown";
  /** One sentence for people. */
  readonly message: string;
  /** What the step is about, where it is not the credential itself: another one that it holds or names. */
  readonly about?: string;
}

/** What became of the check: `undetermined` means that no step failed, but not all could be done. */
export interface CredentialReport {
  readonly verdict: "valid" | "invalid" | "undetermined";
  readonly checks: readonly CredentialCheck[];
  /** What was checked, for a sentence: `certificate`, `attestation of 2026-11-20T12:00:00Z`, `presentation`, … */
  readonly what: string;
  /** What was checked, where it could be read; to be shown only beside the verdict. */
  readonly credential: JsonObject | undefined;
}

/** Longest credential that is read, in characters. */
export const MAX_CREDENTIAL_CHARACTERS = 1_000_000;

/** The verdict that follows from the steps. */
export function verdictOf(checks: readonly CredentialCheck[]): CredentialReport["verdict"] {
  const has = (outcome: CredentialCheck["outcome"]) => checks.some((check) => check.outcome === outcome);
  return has("fail") ? "invalid" : has("unknown") || checks.length === 0 ? "undetermined" : "valid";
}

/** Whether every step passed. */
export function allPass(checks: readonly CredentialCheck[]): boolean {
  return verdictOf(checks) === "valid";
}
