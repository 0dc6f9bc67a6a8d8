/** Certificates for tests: a log is written by taking steps, so that no test has one that could not come about. */
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { Actor, StepRequest } from "#core/compliance/certificates/step-request.ts";
import { takeStep } from "#core/compliance/certificates/take-step.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

export const BERLIN = calendarOf("Europe/Berlin");
export const BODY: Actor = { subject: "forum", isCertifier: true };
export const OPERATOR: Actor = { subject: "demo-alpha", isCertifier: false };

export const EMPTY: Certificate = {
  id: "2026-0001",
  number: 0,
  subject: "demo-alpha",
  scope: { uuid: "50393e6f-2ae1-4c5c-a62c-3b75f2abef3f", alias: "scs-compatible-iaas", name: "SCS-compatible IaaS" },
  version: "v5.1",
  regions: ["alpha-1"],
  isDemo: true,
  events: [],
};

export type Step = { readonly now: string; readonly by?: Actor } & StepRequest;

/** Takes steps one after another; throws when one is refused. */
export function certificateAfter(...steps: readonly Step[]): Certificate {
  return steps.reduce((certificate, step) => {
    const outcome = tryStep(certificate, step);
    if (!outcome.ok) throw new Error(`${step.kind}: ${outcome.failure.reason}`);
    return { ...certificate, events: [...certificate.events, outcome.value] };
  }, EMPTY);
}

export function tryStep(certificate: Certificate, { now, by = BODY, ...request }: Step) {
  return takeStep(certificate, request, by, { now: new Date(now), calendar: BERLIN });
}

export const APPLIED: Step = { now: "2026-06-01T10:00:00Z", kind: "applied", by: OPERATOR, reason: "We are ready." };
export const GRANTED: Extract<Step, { readonly kind: "granted" }> = {
  now: "2026-07-01T12:00:00Z",
  kind: "granted",
  reason: "All tests pass.",
  evidence: [{ reportUuid: "1b1ae0e6-96e4-4a0c-8e9e-4b1f1a6c1d2e", sha256: "ab".repeat(32) }],
};
