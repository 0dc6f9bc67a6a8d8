import type { Fix, Severity, Source } from "#core/base/finding.ts";

import type { CheckSettings } from "../../checking/check-settings.ts";
import type { DocumentIndex } from "../../documents/document-index.ts";
import type { DocumentSummary } from "../../documents/document-summary.ts";
import type { Span } from "../../documents/front-matter.ts";
import type { PreparedDocument } from "../../checking/prepare-document.ts";

/** What a rule has to say about one place; the engine adds rule, severity, path and quote. */
export interface Report {
  /** Actual, then expected, literals in backticks. */
  readonly message: string;
  /** Offsets in the document's text. */
  readonly span: Span;
  readonly fix?: Fix;
}

/** Everything that a rule may look at. */
export interface RuleContext extends PreparedDocument {
  /** The same as `entry.summary`. */
  readonly summary: DocumentSummary;
  /** All documents of the tree; just this one when it is checked alone. */
  readonly index: DocumentIndex;
  readonly settings: CheckSettings;
}

/** One rule: data and a pure function that never throws, whatever the document holds. */
export interface Rule {
  /** Kebab case; the name of the rule's file and of its page under `/docs/rules/`. */
  readonly id: string;
  /** Severity in the profile `strict`. */
  readonly severity: Severity;
  readonly source: Source;
  /** What the rule wants, in one sentence. */
  readonly summary: string;
  check(context: RuleContext): Iterable<Report>;
}
