import type { Severity, Source } from "#core/base/finding.ts";

import type { Change, DocumentChange, DocumentSide } from "../change.ts";

/** What a rule has to say about a change; the engine adds rule, place and clause. */
export interface ChangeReport {
  /** Actual, then expected, literals in backticks. */
  readonly message: string;
  /** The document that it is about; the side after the change where there is one. */
  readonly side: DocumentSide;
  /** Default: that of the rule. */
  readonly severity?: Severity;
  /** Front matter field that it is about. */
  readonly field?: string;
  /** Line that it is about, from 1 (default: the field, or else the file as such). */
  readonly line?: number;
  /** Whether `waiver: <reason>` in the description lowers it to a warning (default: false). */
  readonly isWaivable?: boolean;
}

/** One rule for changes: data and a pure function that never throws, whatever the documents hold. */
export interface ChangeRule {
  /** `change/<name of the rule's file>`: all of them share the page `docs/rules/change.md`. */
  readonly id: string;
  readonly severity: Severity;
  readonly source: Source;
  /** What the rule wants, in one sentence. */
  readonly summary: string;
  check(change: Change): Iterable<ChangeReport>;
}

/** The main documents (no supplements) that a change adds. */
export function addedPrimaries({ documents }: Change): DocumentSide[] {
  return documents.flatMap(({ kinds, after }) =>
    kinds.includes("add-document") && after !== undefined ? [after] : [],
  );
}

/** A document that stands on both sides. */
export type EditedDocument = Extract<DocumentChange, { before: DocumentSide; after: DocumentSide }>;

/** Documents that stand on both sides. */
export function editedDocuments({ documents }: Change): EditedDocument[] {
  return documents.filter(
    (document): document is EditedDocument => document.before !== undefined && document.after !== undefined,
  );
}
