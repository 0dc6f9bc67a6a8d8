/** What the page /check and its background thread say to each other. */
import type { CheckAnswer, CheckQuestion } from "#core/standards/changes/answer-check.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

/** Files to check, and the path of the one to show. */
export interface CheckTask {
  readonly question: CheckQuestion;
  /** Whether the files are those of a folder, of which only some belong to its tree. */
  readonly isFolder: boolean;
  readonly shown: string | undefined;
}

/** What became of it. */
export interface CheckOutcome {
  readonly answer: CheckAnswer;
  /** The files that were checked, of a folder or not. */
  readonly paths: readonly string[];
  /** The page as publishing would make it; undefined for bytes that are no document. */
  readonly preview: { readonly summary: DocumentSummary; readonly html: string } | undefined;
}
