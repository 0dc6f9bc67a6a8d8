import type { DocumentSummary } from "./document-summary.ts";

/** Where a document stands on a day: the columns of the overview, `rejected`, and `unstated` where it does not say. */
export type LifecyclePhase = "draft" | "effective" | "deprecated" | "rejected" | "unstated";

/** The phase of a document on a day and the next one that is already announced. */
export interface Lifecycle {
  readonly phase: LifecyclePhase;
  /** Announced, not yet in force: `effective` marks a stabilization date in the future, `deprecated` a deprecation. */
  readonly upcoming?: { readonly phase: "effective" | "deprecated" | "rejected"; readonly on: string };
}

/**
 * The phase of a document on `today` (ISO calendar date). By dates, not by `status`, so that an announced change takes
 * effect on its day without an edit: deprecated from `deprecated_at` on, draft without `stabilized_at`, else effective.
 * A document without a status (or with one that is none) has said nothing, and nobody guesses what it is in law.
 */
export function lifecyclePhase(document: DocumentSummary, today: string): Lifecycle {
  const { status, stabilizedAt, deprecatedAt, rejectedAt } = document;
  if (status === undefined) return { phase: "unstated" };
  if (status === "Rejected" || rejectedAt !== undefined) {
    if (rejectedAt === undefined || rejectedAt <= today) return { phase: "rejected" };
  }
  // A status without its date is a fault of the document; the reader still has to know.
  if (status === "Deprecated" && deprecatedAt === undefined) return { phase: "deprecated" };
  if (deprecatedAt !== undefined && deprecatedAt <= today) return { phase: "deprecated" };
  const phase = stabilizedAt === undefined ? "draft" : "effective";
  if (rejectedAt !== undefined) return { phase, upcoming: { phase: "rejected", on: rejectedAt } };
  if (stabilizedAt !== undefined && stabilizedAt > today) {
    return { phase, upcoming: { phase: "effective", on: stabilizedAt } };
  }
  if (deprecatedAt !== undefined) return { phase, upcoming: { phase: "deprecated", on: deprecatedAt } };
  return { phase };
}
