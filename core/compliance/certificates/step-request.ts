/** What is asked for when a step is to be taken, and why it may be refused. */
import type { CalendarDate } from "#core/base/time/calendar.ts";
import type { CertificateEvent, Evidence, StepFacts, StepKind } from "./certificate.ts";
import type { CertificateState } from "./status.ts";

/** Who takes the step. */
export interface Actor {
  readonly subject: string;
  /** Whether the account acts for the certification body (role `approve`). */
  readonly isCertifier: boolean;
  /** Whether the certificate is of a cloud of the same provider under another name (default: no). */
  readonly isSameProvider?: boolean;
}

/** What is asked for. */
export type StepRequest = {
  readonly reason: string;
  /** When it takes effect (default: now); not in the past. A grant may give its first date instead. */
  readonly at?: Date;
} & (
  | { readonly kind: "applied" | "questioned" | "rejected" | "suspended" | "reinstated" | "revoked" }
  | { readonly kind: "withdrawn"; readonly step?: number }
  | { readonly kind: "granted"; readonly from?: CalendarDate; readonly evidence: readonly Evidence[] }
  | { readonly kind: "renewed"; readonly evidence: readonly Evidence[] }
  | Extract<StepFacts, { kind: "checked" | "approved" }>
);

/** A step of the log, as refusals name it. */
export type NamedStep = Pick<CertificateEvent, "number" | "kind" | "at">;

/** Why a step is refused, with the evidence. */
export type StepRefusal =
  | { readonly reason: "not-permitted"; readonly kind: StepKind }
  | { readonly reason: "own-certificate"; readonly subject: string }
  | { readonly reason: "no-reason"; readonly limit: number }
  | {
      readonly reason: "wrong-state";
      readonly kind: StepKind;
      readonly state: CertificateState;
      readonly allowed: readonly CertificateState[];
      /** Announced steps that may be what the caller thought of. */
      readonly announced: readonly NamedStep[];
    }
  | { readonly reason: "in-the-past"; readonly at: Date }
  | { readonly reason: "too-far-ahead"; readonly at: Date }
  | { readonly reason: "two-times" }
  | { readonly reason: "only-now"; readonly kind: StepKind }
  | { readonly reason: "not-announced"; readonly step: number; readonly announced: readonly NamedStep[] }
  | { readonly reason: "still-needed"; readonly step: number; readonly by: readonly NamedStep[] }
  | { readonly reason: "no-date"; readonly text: string }
  | { readonly reason: "before-window"; readonly opensAt: Date; readonly validUntil: Date; readonly days: number }
  | { readonly reason: "repetition-without-failure" };
