/** A certificate: that one subject satisfies one version of one scope (SCS-0004, regulation 1). Facts only, no clock. */
import type { CalendarDate } from "#core/base/time/calendar.ts";

/** What was looked at when the certificate was granted; `sha256` (hex) of the signed bytes. */
export interface Evidence {
  readonly reportUuid: string;
  readonly sha256: string;
}

/** A year in which a certificate holds: from the first instant to the last, the end excluded. */
export interface Term {
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** What a grant or renewal rests on: reports, and what the check of all facts said before. */
interface Decision {
  readonly evidence: readonly Evidence[];
  /** What was in order, or what was not: public. Absent in logs from before the check. */
  readonly preCheck?: string;
  /** Why the body decided although something was not in order: public. */
  readonly override?: string;
}

/** What every step says: who, when, why. */
interface Step {
  /** Position in the certificate's log, from 1. */
  readonly number: number;
  /** The step takes effect at this instant, the one that was asked for. */
  readonly at: Date;
  /** The step was entered at this instant; it never goes back from one step to the next. */
  readonly recordedAt: Date;
  /** Subject of the account that took the step. */
  readonly by: string;
  /** Public, in one sentence. */
  readonly reason: string;
}

/** What a step is about, by its kind. */
export type StepFacts =
  | { readonly kind: "applied" }
  | { readonly kind: "questioned" }
  | { readonly kind: "rejected" }
  | ({ readonly kind: "granted" } & Decision & Term)
  | ({ readonly kind: "renewed" } & Decision & Term)
  | { readonly kind: "suspended" }
  | { readonly kind: "reinstated" }
  | { readonly kind: "revoked" }
  /** With `step` an announced step is taken back; without it the application, and with it a grant that never ran. */
  | { readonly kind: "withdrawn"; readonly step?: number }
  | {
      readonly kind: "checked";
      readonly testcase: string;
      readonly outcome: "passed" | "failed";
      /** Where the documentation lies; for the certification body, not for the public. */
      readonly evidence: string;
      /** After a failure: the date that operator and body agreed on (regulation 8). */
      readonly repeatOn?: CalendarDate;
    }
  | {
      readonly kind: "approved";
      readonly testcase: string;
      readonly reportUuid: string;
      /** The result that was accepted although it is no pass: ABORT 0, FAIL -1. */
      readonly value: 0 | -1;
    };

/** The kinds of steps in a certificate's life. */
export type StepKind = StepFacts["kind"];

/** A step in a certificate's life; steps are appended, never changed. */
export type CertificateEvent = Step & StepFacts;

/** A certificate with its whole log. */
export interface Certificate {
  /** For example `2026-0017`. */
  readonly id: string;
  /** Counts all certificates from 0: the position in the status lists. */
  readonly number: number;
  readonly subject: string;
  readonly scope: { readonly uuid: string; readonly alias: string; readonly name: string };
  /** Version of the scope. */
  readonly version: string;
  /** Regions or configurations that it covers; empty for all that the subject has. */
  readonly regions: readonly string[];
  readonly isDemo: boolean;
  /** In the order of their numbers, which is the order of recording; `readLog` says which of them count. */
  readonly events: readonly CertificateEvent[];
}
