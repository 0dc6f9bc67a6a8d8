import { compareFindings, type Finding } from "#core/finding.ts";

import { checkPrepared } from "./check-document.ts";
import { DEFAULT_SETTINGS, type CheckSettings } from "./check-settings.ts";
import { createIndex } from "./document-index.ts";
import { prepareDocument } from "./prepare-document.ts";
import type { ParsedDocument } from "./read-document.ts";

/** What a check of a tree may go by. */
export interface TreeCheckOptions {
  /** Default: the profile `practical`. */
  readonly settings?: CheckSettings;
  /** Whether these are all documents of the tree (default: true). */
  readonly isComplete?: boolean;
  /** Findings of other tools for a document (default: none). */
  readonly others?: (document: ParsedDocument) => readonly Finding[];
}

/** Runs every rule on all documents of a tree; findings are ordered by path and place. */
export function checkTree(documents: readonly ParsedDocument[], options: TreeCheckOptions = {}): Finding[] {
  const { settings = DEFAULT_SETTINGS, isComplete = true, others = () => [] } = options;
  const prepared = documents.map((document) => prepareDocument(document, settings.addresses));
  const index = createIndex(
    prepared.map(({ entry }) => entry),
    isComplete,
  );
  return prepared.flatMap((one) => checkPrepared(one, index, settings, others(one.document))).sort(compareFindings);
}
