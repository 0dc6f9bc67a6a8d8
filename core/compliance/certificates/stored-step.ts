import { readStored, readStoredJson } from "#core/base/stored/read-stored.ts";
import {
  anything,
  dictionary,
  instant,
  list,
  object,
  oneOf,
  optional,
  tagged,
  text,
  whole,
  type Shape,
} from "#core/base/stored/shape.ts";

import type { CertificateEvent, Evidence, StepFacts, Term } from "./certificate.ts";

/** A step as the store has it: its facts are a JSON object of their own, and instants are texts. */
export interface StoredStep extends Omit<CertificateEvent, "at" | "recordedAt" | "kind"> {
  readonly kind: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly facts: string;
}

/** The log of a certificate, as the store has it. */
export const storedSteps: Shape<readonly StoredStep[]> = list(
  object<StoredStep>({
    number: whole,
    kind: text,
    at: instant,
    recordedAt: instant,
    by: text,
    reason: text,
    facts: text,
  }),
);

/** The facts of a step with texts for instants. */
type Written<Facts> = Facts extends Term ? Omit<Facts, keyof Term> & Readonly<Record<keyof Term, string>> : Facts;
type WrittenFacts = Written<StepFacts>;
type FactsOfKind<Kind extends StepFacts["kind"]> = Extract<WrittenFacts, { readonly kind: Kind }>;

/** A step that has nothing to say beyond what every step says. */
function bare<Kind extends StepFacts["kind"]>(kind: Kind): Shape<{ readonly kind: Kind }> {
  return object<{ readonly kind: Kind }>({ kind: oneOf(kind) });
}

const term = {
  evidence: list(object<Evidence>({ reportUuid: text, sha256: text })),
  preCheck: optional(text),
  override: optional(text),
  validFrom: instant,
  validUntil: instant,
} as const;

const stepFacts: Shape<WrittenFacts> = tagged<WrittenFacts, "kind">("kind", {
  applied: bare("applied"),
  questioned: bare("questioned"),
  rejected: bare("rejected"),
  granted: object<FactsOfKind<"granted">>({ kind: oneOf("granted"), ...term }),
  renewed: object<FactsOfKind<"renewed">>({ kind: oneOf("renewed"), ...term }),
  suspended: bare("suspended"),
  reinstated: bare("reinstated"),
  revoked: bare("revoked"),
  withdrawn: object<FactsOfKind<"withdrawn">>({ kind: oneOf("withdrawn"), step: optional(whole) }),
  checked: object<FactsOfKind<"checked">>({
    kind: oneOf("checked"),
    testcase: text,
    outcome: oneOf("passed", "failed"),
    evidence: text,
    repeatOn: optional(text),
  }),
  approved: object<FactsOfKind<"approved">>({
    kind: oneOf("approved"),
    testcase: text,
    reportUuid: text,
    value: oneOf(0, -1),
  }),
});

/** The step that a row tells of; throws a `DamagedStore` where its facts are not those of its kind. */
export function readStep({ facts, kind, at, recordedAt, ...step }: StoredStep): CertificateEvent {
  const what = `Step ${step.number} of a certificate`;
  const written = readStored(what, stepFacts, { ...readStoredJson(what, dictionary(anything), facts), kind });
  const head = { ...step, at: new Date(at), recordedAt: new Date(recordedAt) };
  if (written.kind !== "granted" && written.kind !== "renewed") return { ...head, ...written };
  return {
    ...head,
    ...written,
    validFrom: new Date(written.validFrom),
    validUntil: new Date(written.validUntil),
  };
}

/** A step as it is stored. */
export function writeStep({ number, kind, at, recordedAt, by, reason, ...facts }: CertificateEvent): StoredStep {
  return {
    number,
    kind,
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    by,
    reason,
    facts: JSON.stringify(facts),
  };
}
