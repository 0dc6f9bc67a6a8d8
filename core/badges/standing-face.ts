/** From the standing of a cloud to what its badge says. Pure: the same standing gives the same face. */
import type { StandingCertificate } from "#core/compliance/certificates/current-certificate.ts";
import type { ManualCheck } from "#core/compliance/certificates/manual-checks.ts";
import type { ScopeEvaluation, VersionEvaluation } from "#core/compliance/standing/evaluate.ts";
import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";
import type { Calendar } from "#core/base/time/calendar.ts";

import { levelAndLayer, LOOKS, type BadgeFace, type FaceKind } from "./face.ts";
import { messageOf, VOCABULARIES, type Language, type Verdict } from "./words.ts";

/** What is known about the subject of a badge. */
export interface BadgeSubject {
  readonly scopeName: string;
  readonly evaluation: ScopeEvaluation;
  /** Whether the subject ever sent a result for the scope. */
  readonly hasReported: boolean;
  /** Whether the subject is made up for a demonstration. */
  readonly isDemo: boolean;
  /** The certificate to speak of; undefined where none was ever granted. */
  readonly certificate?: StandingCertificate | undefined;
  readonly manualChecks?: readonly ManualCheck[];
  /** Names the last day of a certificate; without it seals do not say it. */
  readonly calendar?: Calendar;
}

/** The face for a subject in a scope. */
export function faceOf(subject: BadgeSubject, language: Language = "en"): BadgeFace {
  const { scopeName, isDemo, certificate, calendar } = subject;
  const verdict = judge(subject);
  const label = labelOf(scopeName, isDemo, language);
  const message = messageOf(verdict, language);
  const until = certificate?.status.isValid === true ? certificate.status.term?.validUntil : undefined;
  const word = VOCABULARIES[language].word[verdict.kind];
  const lastDay = until === undefined || calendar === undefined ? "" : sayLastDay(until, calendar, language);
  // What is wrong comes before how long it would have been right.
  const isAsCertified = verdict.kind === "certified" || verdict.kind === "retiring";
  const detail = isAsCertified ? lastDay : detailOf(verdict, language);
  const seal = { ...levelAndLayer(label), version: verdict.version ?? "", word, detail };
  return { kind: verdict.kind, ...LOOKS[verdict.kind], label, message, seal };
}

/** How many of the recommended testcases a subject meets: advice, so nobody fails. */
export function recommendedFace(
  { scopeName, isDemo, evaluation }: Pick<BadgeSubject, "scopeName" | "isDemo" | "evaluation">,
  scope: Pick<Scope, "modules">,
  language: Language = "en",
): BadgeFace {
  const testcases = new Set(scope.modules.flatMap(({ targets }) => targets.get("recommended") ?? []));
  const count = [...testcases].filter((id) => evaluation.results.get(id)?.value === 1).length;
  const verdict: Verdict = { kind: "recommended", count, total: testcases.size };
  const label = `${labelOf(scopeName, isDemo, language)} · ${VOCABULARIES[language].recommendations}`;
  const tone = testcases.size > 0 && count === testcases.size ? "good" : "neutral";
  return { kind: "recommended", icon: LOOKS.recommended.icon, tone, label, message: messageOf(verdict, language) };
}

/** A face that needs no standing: what is unknown, refused, or cannot be said now. */
export function plainFace(
  kind: "unknown-subject" | "unknown-scope" | "refused" | "unavailable",
  scopeName?: string,
  language: Language = "en",
  cause?: "label" | "address",
): BadgeFace {
  const { word, certification } = VOCABULARIES[language];
  const label = scopeName ?? certification;
  const seal = { ...levelAndLayer(label), version: "", word: word[kind], detail: "" };
  return {
    kind,
    ...LOOKS[kind],
    label,
    message: messageOf({ kind, ...(cause === undefined ? {} : { cause }) }, language),
    seal,
  };
}

/** Made-up data says so, whatever the label. */
export function labelOf(name: string, isDemo: boolean, language: Language): string {
  const { demo } = VOCABULARIES[language];
  if (!isDemo) return name;
  return name === "" ? demo : `${demo} · ${name}`;
}

function judge(subject: BadgeSubject): Verdict {
  const { certificate, evaluation, hasReported } = subject;
  const state = certificate?.status.state;
  const version = certificate?.certificate.version ?? "";
  if (state === "revoked" || state === "suspended") return { kind: state, version };
  if (state === "expired") return { kind: "expired", cause: "certificate", version };
  if (certificate?.status.isValid === true) return judgeCertified(subject, version);
  return judgeResults(evaluation, hasReported);
}

/** The version of the certificate is what counts, and what its tests say today comes before it. */
function judgeCertified({ evaluation, manualChecks = [] }: BadgeSubject, version: string): Verdict {
  const { results } = evaluation;
  const evaluated = evaluation.versions.find((one) => one.version.name === version);
  const say = (kind: FaceKind, more: Partial<Verdict> = {}): Verdict => ({ kind, version, isCertified: true, ...more });
  if (evaluated === undefined || evaluated.validity === "deprecated") return say("retired");
  if (results.size === 0) return say("expired");
  const [failed, missing, aborted] = [-1, null, 0].map((value) => countOutcome(evaluated, results, value));
  if (failed !== 0) return say("failing", { count: failed ?? 0 });
  if (missing !== 0) return say("incomplete", { count: missing ?? 0 });
  const open = manualChecks.filter(({ state }) => state === "overdue" || state === "failed").length;
  if (open > 0) return say("incomplete", { cause: "manual-check", count: open });
  if (evaluated.validity === "warn") return say("retiring");
  if (aborted !== 0) return say("undecided", { count: aborted ?? 0 });
  return say("certified");
}

function judgeResults(
  { versions, bestPassed, result, validity, results, buckets }: ScopeEvaluation,
  hasReported: boolean,
): Verdict {
  if (!hasReported) return { kind: "no-results" };
  if (results.size === 0) return { kind: "expired" };
  const best = versions.find(({ version }) => version.index === bestPassed);
  if (best === undefined) {
    if (result !== -1) return { kind: "no-results", cause: "no-version" };
    return { kind: "failing", count: buckets.failed.length };
  }
  const version = best.version.name;
  if (result === null) return { kind: "incomplete", version, count: countOutcome(best, results, null) };
  if (validity === "deprecated") return { kind: "retired", version };
  if (validity === "warn") return { kind: "retiring", version };
  if (result === 0) return { kind: "undecided", version, count: countOutcome(best, results, 0) };
  return { kind: "passing", version };
}

/** Demanded testcases of a version with an outcome: of the version that the badge names, not of all worth testing. */
function countOutcome(
  { targets }: VersionEvaluation,
  results: ScopeEvaluation["results"],
  value: number | null,
): number {
  const demanded = targets.get(MAIN_TARGET)?.testcases ?? [];
  return demanded.filter((id) => (results.get(id)?.value ?? null) === value).length;
}

/** What a seal adds to its band: what is wrong, without the version that stands above. */
function detailOf(verdict: Verdict, language: Language): string {
  const { kind, isCertified: _, ...rest } = verdict;
  const isFaulty = kind === "failing" || kind === "incomplete" || kind === "expired";
  return isFaulty ? messageOf({ kind, ...rest }, language) : "";
}

/** A certificate ends with a midnight; people name the day before it. */
function sayLastDay(until: Date, calendar: Calendar, language: Language): string {
  const [year = 0, month = 0, day = 0] = calendar
    .dateOf(new Date(until.getTime() - 1))
    .split("-")
    .map(Number);
  return VOCABULARIES[language].until(year, month, day);
}
