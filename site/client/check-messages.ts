/** What the page /check and its background thread say to each other. */
import type { DocumentSummary } from "#core/documents/document-summary.ts";
import type { LinkedFinding } from "#core/documents/rule-page.ts";

/** A document to check. */
export interface CheckTask {
  /** The file name; rules about names go by it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly profile: "practical" | "strict";
}

/** What became of it. */
export interface CheckOutcome {
  readonly findings: readonly LinkedFinding[];
  /** The page as publishing would make it; undefined for bytes that are no document. */
  readonly preview: { readonly summary: DocumentSummary; readonly html: string } | undefined;
}
