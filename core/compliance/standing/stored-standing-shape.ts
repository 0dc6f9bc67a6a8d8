import {
  flag,
  instant,
  list,
  nullable,
  object,
  oneOf,
  tagged,
  text,
  whole,
  type Shape,
} from "#core/base/stored/shape.ts";
import type { Validity } from "#core/standards/scopes/scope.ts";
import type { Certificate } from "../certificates/certificate.ts";
import type { ManualCheck } from "../certificates/manual-checks.ts";
import type { CertificateState } from "../certificates/status.ts";
import { storedSteps, type StoredStep } from "../certificates/stored-step.ts";
import type { Outcome } from "./evaluate.ts";

/** An evaluation with numbers for versions and testcases: their places in the scope. */
export interface StoredEvaluation {
  readonly versions: readonly {
    readonly index: number;
    readonly validity: Validity;
    readonly result: Outcome;
    /** Results of the targets, in the order of the scope. */
    readonly targets: readonly Outcome[];
  }[];
  readonly relevant: readonly number[];
  readonly result: Outcome;
  readonly passed: readonly number[];
  readonly passedText: string;
  /** Missing, aborted, failed, passed. */
  readonly buckets: readonly (readonly number[])[];
  readonly bestPassed: number | null;
  readonly validity: Validity;
  /** Time of check, version, and report of results. */
  readonly checks: readonly (readonly string[])[];
  readonly expiries: readonly string[];
  /** Testcase, value, check and expiry of each result. */
  readonly results: readonly (readonly number[])[];
  readonly nextChange: string | null;
}

/** A certificate with what it is worth; the step that led to its state is named by its number. */
export interface StoredCertificate extends Omit<Certificate, "events"> {
  readonly events: readonly StoredStep[];
  readonly status: {
    readonly state: CertificateState;
    readonly isValid: boolean;
    readonly since: string | null;
    readonly term: { readonly validFrom: string; readonly validUntil: string } | null;
    readonly event: number | null;
    readonly nextChange: string | null;
  };
}

/** Where the status page stands. */
export type StoredPresence =
  | { readonly kind: "online" }
  | { readonly kind: "kept"; readonly endedAt: string; readonly until: string }
  | { readonly kind: "gone"; readonly endedAt: string };

/** A standing with texts for instants. */
export interface StoredStanding {
  readonly evaluation: StoredEvaluation;
  readonly hasReported: boolean;
  readonly certificate: StoredCertificate | null;
  readonly manualChecks: readonly (Pick<ManualCheck, "testcase" | "state" | "failuresInARow" | "dueOn"> & {
    readonly checkedAt: string | null;
    readonly reviewer: string | null;
    readonly overdueAt: string;
  })[];
  readonly presence: StoredPresence;
  readonly nextChange: string | null;
}

const outcome: Shape<Outcome> = nullable(oneOf(1, 0, -1));
const validity: Shape<Validity> = oneOf("draft", "effective", "warn", "deprecated");
const moment: Shape<string | null> = nullable(instant);

const evaluation = object<StoredEvaluation>({
  versions: list(
    object<StoredEvaluation["versions"][number]>({ index: whole, validity, result: outcome, targets: list(outcome) }),
  ),
  relevant: list(whole),
  result: outcome,
  passed: list(whole),
  passedText: text,
  buckets: list(list(whole)),
  bestPassed: nullable(whole),
  validity,
  checks: list(list(text)),
  expiries: list(instant),
  results: list(list(whole)),
  nextChange: moment,
});

const certificate = object<StoredCertificate>({
  id: text,
  number: whole,
  subject: text,
  scope: object<StoredCertificate["scope"]>({ uuid: text, alias: text, name: text }),
  version: text,
  regions: list(text),
  isDemo: flag,
  events: storedSteps,
  status: object<StoredCertificate["status"]>({
    state: oneOf(
      "none",
      "applied",
      "questioned",
      "rejected",
      "withdrawn",
      "granted",
      "renewed",
      "suspended",
      "revoked",
      "expired",
    ),
    isValid: flag,
    since: moment,
    term: nullable(object<{ validFrom: string; validUntil: string }>({ validFrom: instant, validUntil: instant })),
    event: nullable(whole),
    nextChange: moment,
  }),
});

const presence: Shape<StoredPresence> = tagged<StoredPresence, "kind">("kind", {
  online: object<{ readonly kind: "online" }>({ kind: oneOf("online") }),
  kept: object<Extract<StoredPresence, { kind: "kept" }>>({ kind: oneOf("kept"), endedAt: instant, until: instant }),
  gone: object<Extract<StoredPresence, { kind: "gone" }>>({ kind: oneOf("gone"), endedAt: instant }),
});

/** A standing, as the store has it. */
export const storedStanding: Shape<StoredStanding> = object<StoredStanding>({
  evaluation,
  hasReported: flag,
  certificate: nullable(certificate),
  manualChecks: list(
    object<StoredStanding["manualChecks"][number]>({
      testcase: text,
      state: oneOf("passed", "failed", "due", "overdue"),
      failuresInARow: whole,
      dueOn: text,
      checkedAt: moment,
      reviewer: nullable(text),
      overdueAt: instant,
    }),
  ),
  presence,
  nextChange: moment,
});
