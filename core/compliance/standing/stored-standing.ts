/**
 * A standing as it is stored: what `standingAt` said, written down, so that a page of many clouds reads it instead of judging each
 * anew. Nothing here judges.
 */
import { fittingJson } from "#core/base/stored/read-stored.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { Presence } from "../certificates/retention.ts";
import type { SubjectStanding } from "./standing.ts";
import { readStandingCertificate, writeStandingCertificate } from "./stored-certificate.ts";
import { readEvaluation, writeEvaluation } from "./stored-evaluation.ts";
import { storedStanding, type StoredPresence, type StoredStanding } from "./stored-standing-shape.ts";

/**
 * To be raised whenever the same facts are judged otherwise, or are written otherwise: what was stored before is judged anew. A
 * test compares what a set of facts comes to.
 */
export const STANDING_VERSION = 1;

/** A standing as text. */
export function writeStanding(scope: Scope, standing: SubjectStanding): string {
  const { evaluation, hasReported, certificate, manualChecks, presence, nextChange } = standing;
  const stored: StoredStanding = {
    evaluation: writeEvaluation(scope, evaluation),
    hasReported,
    certificate: certificate === undefined ? null : writeStandingCertificate(certificate),
    manualChecks: manualChecks.map(({ checkedAt, overdueAt, reviewer, ...check }) => ({
      ...check,
      checkedAt: checkedAt?.toISOString() ?? null,
      reviewer: reviewer ?? null,
      overdueAt: overdueAt.toISOString(),
    })),
    presence: writePresence(presence),
    nextChange: nextChange?.toISOString() ?? null,
  };
  return JSON.stringify(stored);
}

/** The standing that a text tells of; undefined where it does not fit the scope, or another program wrote it. */
export function readStanding(scope: Scope, text: string): SubjectStanding | undefined {
  const stored = fittingJson(storedStanding, text);
  const evaluation = stored === undefined ? undefined : readEvaluation(scope, stored.evaluation);
  if (stored === undefined || evaluation === undefined) return undefined;
  const certificate = stored.certificate === null ? undefined : readStandingCertificate(stored.certificate);
  if (certificate === "damaged") return undefined;
  return {
    evaluation,
    hasReported: stored.hasReported,
    certificate,
    manualChecks: stored.manualChecks.map(({ checkedAt, overdueAt, reviewer, ...check }) => ({
      ...check,
      checkedAt: dateOrNone(checkedAt),
      reviewer: reviewer ?? undefined,
      overdueAt: new Date(overdueAt),
    })),
    presence: readPresence(stored.presence),
    nextChange: dateOrNone(stored.nextChange),
  };
}

function writePresence(presence: Presence): StoredPresence {
  switch (presence.kind) {
    case "online":
      return { kind: "online" };
    case "kept":
      return { kind: "kept", endedAt: presence.endedAt.toISOString(), until: presence.until.toISOString() };
    case "gone":
      return { kind: "gone", endedAt: presence.endedAt.toISOString() };
  }
}

function readPresence(stored: StoredPresence): Presence {
  switch (stored.kind) {
    case "online":
      return { kind: "online" };
    case "kept":
      return { kind: "kept", endedAt: new Date(stored.endedAt), until: new Date(stored.until) };
    case "gone":
      return { kind: "gone", endedAt: new Date(stored.endedAt) };
  }
}

function dateOrNone(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
