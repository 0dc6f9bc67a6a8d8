import type { Outcome } from "#core/compliance/standing/evaluate.ts";
import type { AnnotationKind } from "#core/compliance/history/history-annotation.ts";

import type { Status } from "../standards/status-mark.tsx";

/** What the outcome of a version means, in words. */
export const OUTCOME_WORDS: Readonly<Record<`${Outcome}`, string>> = {
  "1": "all tests pass",
  "0": "tests without verdict",
  "-1": "tests fail",
  null: "results missing",
};

/** How outcomes are marked. */
export const OUTCOME_STATUS = {
  "1": "pass",
  "0": "aborted",
  "-1": "fail",
  null: "missing",
} as const satisfies Readonly<Record<`${Outcome}`, Status>>;

/** Whose fault a bad period was. */
export const ANNOTATION_WORDS: Readonly<Record<AnnotationKind, { readonly status: Status; readonly word: string }>> = {
  "cloud-defect": { status: "fail", word: "Cloud defect" },
  "test-defect": { status: "aborted", word: "Test defect" },
  procedure: { status: "unknown", word: "Procedure" },
};

/** How an outcome is marked. */
export function outcomeStatus(outcome: Outcome): Status {
  return OUTCOME_STATUS[String(outcome) as `${Outcome}`];
}
