import type { BadgeFace } from "#core/badges/face.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { VersionEvaluation } from "#core/compliance/standing/evaluate.ts";
import { MAIN_TARGET } from "#core/standards/scopes/scope.ts";

import { formatDate } from "../../parts/format-date.ts";

/** What the verdict is about. */
export interface SentenceContext {
  readonly cloud: string;
  readonly scope: string;
  readonly face: Pick<BadgeFace, "kind">;
  readonly standing: SubjectStanding;
  /** The date on which an instant falls. */
  readonly dateOf: (instant: Date) => string;
}

/** The verdict in a sentence that a buyer understands: what the badge says, with the reason. */
export function statusSentence(context: SentenceContext): string {
  const { cloud, scope, standing, dateOf } = context;
  const { certificate } = standing;
  if (certificate === undefined) return testsSentence(context);
  const { version } = certificate.certificate;
  const { state, isValid, since, term, event } = certificate.status;
  const on = since === undefined ? "" : formatDate(dateOf(since));
  const what = `${scope} ${version}`;
  switch (state) {
    case "revoked":
      return `The certificate of ${cloud} for ${what} was revoked on ${on}: ${sentenceOf(event?.reason ?? "")}`;
    case "suspended":
      return `The certificate of ${cloud} for ${what} is suspended since ${on}: ${sentenceOf(event?.reason ?? "")}`;
    case "expired": {
      const last = since === undefined ? "" : formatDate(dateOf(new Date(since.getTime() - 1)));
      return `The certificate of ${cloud} for ${what} ended on ${last}. ${testsSentence(context)}`;
    }
    case "none":
    case "applied":
    case "questioned":
    case "rejected":
    case "withdrawn":
      return testsSentence(context);
    case "granted":
    case "renewed":
  }
  if (!isValid || term === undefined) {
    const begin = term === undefined ? "" : ` from ${formatDate(dateOf(term.validFrom))} on`;
    return `${cloud} will be certified as ${what}${begin}. ${testsSentence(context)}`;
  }
  const until = formatDate(dateOf(new Date(term.validUntil.getTime() - 1)));
  return `${cloud} is certified as ${what} until ${until}${reservation(context, version)}`;
}

/** What there is to say against a valid certificate; nothing where all is well. */
function reservation({ face, standing, scope }: SentenceContext, version: string): string {
  const { evaluation, manualChecks } = standing;
  const evaluated = evaluation.versions.find((one) => one.version.name === version);
  const demanded = demandedOf(evaluated);
  const tests = count(demanded.length, "test");
  const having = (value: number | null) =>
    demanded.filter((id) => (evaluation.results.get(id)?.value ?? null) === value).length;
  switch (face.kind) {
    case "certified":
      return ` and passes ${allOf(demanded)}.`;
    case "failing":
      return `, but ${having(-1)} of its ${tests} ${having(-1) === 1 ? "fails" : "fail"} at present. A certificate is not revoked at once because a test fails.`;
    case "incomplete": {
      const open = manualChecks.filter(({ state }) => state === "overdue" || state === "failed").length;
      const missing = having(null);
      if (missing > 0) return `, but ${missing} of its ${tests} ${missing === 1 ? "has" : "have"} no current result.`;
      return `, but ${count(open, "manual check")} ${open === 1 ? "is" : "are"} overdue or failed.`;
    }
    case "undecided":
      return ` and fails none of the ${tests}; ${having(0)} of them gave no verdict in the last run.`;
    case "retiring":
      return ` and passes ${allOf(demanded)}. The version is about to retire.`;
    case "retired":
      return `, a version of ${scope} that is no longer in force.`;
    case "expired":
      return ", but all its test results have expired; new ones were not reported in time.";
    // What no certificate that is valid has.
    case "passing":
    case "revoked":
    case "suspended":
    case "recommended":
    case "no-results":
    case "unknown-subject":
    case "unknown-scope":
    case "refused":
    case "unavailable":
      return ".";
  }
}

/** How the tests stand where no valid certificate speaks for the cloud. */
function testsSentence({ cloud, scope, standing }: SentenceContext): string {
  const { evaluation, hasReported, certificate } = standing;
  const { versions, bestPassed, result, validity, results, buckets } = evaluation;
  if (!hasReported) return `No results of ${cloud} count for ${scope} at present.`;
  if (results.size === 0) return `All results of ${cloud} have expired; new ones were not reported in time.`;
  const best = versions.find(({ version }) => version.index === bestPassed);
  const without = certificate === undefined ? " It holds no certificate." : "";
  if (best === undefined) {
    if (result !== -1) return `No version of ${scope} is in force.`;
    return `${cloud} fails ${count(buckets.failed.length, "test")} of ${scope} and so passes no version of it.${without}`;
  }
  const name = `${scope} ${best.version.name}`;
  const demanded = demandedOf(best);
  const tests = count(demanded.length, "test");
  if (result === null) {
    const missing = demanded.filter((id) => !results.has(id)).length;
    return `${missing} of the ${tests} that ${name} demands have no current result, so nothing can be said of ${cloud} yet.`;
  }
  if (validity === "deprecated") {
    return `The only version that ${cloud} does not fail is ${name}, which is retired.${newerFailures(standing)}`;
  }
  if (validity === "warn") {
    return `${cloud} passes ${name}, a version that is about to retire.${newerFailures(standing)}${without}`;
  }
  if (result === 0) {
    const undecided = demanded.filter((id) => results.get(id)?.value === 0).length;
    return `${cloud} fails none of the ${tests} that ${name} demands; ${undecided} of them gave no verdict in the last run.${without}`;
  }
  return `${cloud} passes ${allOf(demanded)} that ${name} demands.${without}`;
}

function newerFailures({ evaluation: { versions, bestPassed } }: SubjectStanding): string {
  const failed = versions
    .filter((entry) => isNewerFailure(entry, bestPassed ?? Number.POSITIVE_INFINITY))
    .map(({ version }) => version.name);
  return failed.length === 0 ? "" : ` It fails ${failed.join(" and ")}.`;
}

function isNewerFailure({ version, validity, result }: VersionEvaluation, best: number): boolean {
  return validity !== "draft" && result === -1 && version.index < best;
}

function demandedOf(evaluated: VersionEvaluation | undefined): readonly string[] {
  return evaluated?.targets.get(MAIN_TARGET)?.testcases ?? [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function allOf(testcases: readonly string[]): string {
  return testcases.length === 1 ? "the only test" : `all ${testcases.length} tests`;
}

/** Reasons are written by people, with or without a full stop. */
function sentenceOf(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
