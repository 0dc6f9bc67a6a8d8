import type { Finding, Place, Severity, Source } from "#core/base/finding.ts";

import type { Span } from "../documents/front-matter.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import type { Report } from "../rules/parts/rule.ts";

/** Longest quote, in characters. */
const MAX_QUOTE_LENGTH = 160;

/** Makes a finding of what a rule reported. */
export function toFinding(
  report: Report,
  rule: { readonly id: string; readonly severity: Severity; readonly source: Source },
  document: Pick<ParsedDocument, "path" | "text" | "lines">,
): Finding {
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: report.message,
    place: placeOf(report.span, document),
    source: rule.source,
    ...(report.fix === undefined ? {} : { fix: report.fix }),
  };
}

/** The place of a span of a document's text; the quote is its first line. */
export function placeOf(span: Span, { path, text, lines }: Pick<ParsedDocument, "path" | "text" | "lines">): Place {
  const start = Math.min(span.start, text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  const quote = text.slice(start, Math.min(end, start + MAX_QUOTE_LENGTH)).split(/[\r\n]/, 1)[0] ?? "";
  return {
    path,
    start: lines.positionAt(start),
    end: lines.positionAt(end),
    ...(quote === "" ? {} : { quote }),
  };
}
