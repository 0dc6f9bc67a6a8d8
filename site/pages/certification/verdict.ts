import type { BadgeFace, FaceKind } from "#core/badges/face.ts";
import type { ScopeEvaluation, VersionEvaluation } from "#core/certification/evaluate.ts";
import { MAIN_TARGET } from "#core/certification/scope.ts";

import type { Status } from "../../parts/status-mark.tsx";

/** How each verdict is marked on pages; badges have colors of their own. */
export const FACE_STATUS = {
  certified: "pass",
  passing: "pass",
  undecided: "pass",
  retiring: "warn",
  retired: "fail",
  failing: "fail",
  incomplete: "missing",
  expired: "expired",
  suspended: "warn",
  revoked: "revoked",
  recommended: "unknown",
  "no-results": "unknown",
  "unknown-subject": "unknown",
  "unknown-scope": "unknown",
  unavailable: "unknown",
} as const satisfies Readonly<Record<FaceKind, Status>>;

/** What the verdict is about. */
export interface VerdictContext {
  readonly cloud: string;
  readonly scope: string;
  readonly face: BadgeFace;
  readonly evaluation: ScopeEvaluation;
}

/** The verdict in a sentence that a buyer understands. */
export function verdictSentence({ cloud, scope, face, evaluation }: VerdictContext): string {
  const best = evaluation.versions.find(({ version }) => version.index === evaluation.bestPassed);
  const name = best === undefined ? scope : `${scope} ${best.version.name}`;
  const demanded = best?.targets.get(MAIN_TARGET)?.testcases ?? [];
  const { results, buckets } = evaluation;
  const tests = `${demanded.length} ${demanded.length === 1 ? "test" : "tests"}`;
  switch (face.kind) {
    case "certified":
      return `${cloud} is certified for ${face.message.replace(/ certified$/, "")} of ${scope}.`;
    case "suspended":
      return `The certificate of ${cloud} for ${scope} is suspended.`;
    case "revoked":
      return `The certificate of ${cloud} for ${scope} was revoked.`;
    case "passing":
      return `${cloud} passes all ${tests} that ${name} demands.`;
    case "undecided": {
      const undecided = demanded.filter((id) => results.get(id)?.value === 0).length;
      return `${cloud} fails none of the ${tests} that ${name} demands; ${undecided} of them gave no verdict in the last run.`;
    }
    case "retiring":
      return `${cloud} passes ${name}, a version that is about to retire. ${newerFailures(evaluation)}`;
    case "retired":
      return `The only version that ${cloud} does not fail is ${name}, which is retired. ${newerFailures(evaluation)}`;
    case "failing": {
      const failed = buckets.failed.length;
      return `${cloud} fails ${failed} ${failed === 1 ? "test" : "tests"} of ${scope} and so passes no version of it.`;
    }
    case "incomplete": {
      const missing = demanded.filter((id) => !results.has(id)).length;
      return `${missing} of the ${tests} that ${name} demands have no current result, so nothing can be said of ${cloud} yet.`;
    }
    case "expired":
      return `All results of ${cloud} have expired; new ones were not reported in time.`;
    case "no-results":
      return `No results of ${cloud} count for ${scope} at present.`;
    case "unknown-subject":
    case "unknown-scope":
    case "recommended":
    case "unavailable":
      return `Nothing is known of ${cloud} in ${scope}.`;
  }
}

function newerFailures({ versions, bestPassed }: ScopeEvaluation): string {
  const failed = versions.filter((entry) => isNewerFailure(entry, bestPassed)).map(({ version }) => version.name);
  return failed.length === 0 ? "" : `It fails ${failed.join(" and ")}.`;
}

function isNewerFailure({ version, validity, result }: VersionEvaluation, bestPassed: number | undefined): boolean {
  return validity !== "draft" && result === -1 && version.index < (bestPassed ?? Number.POSITIVE_INFINITY);
}
