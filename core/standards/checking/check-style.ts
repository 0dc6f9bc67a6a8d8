/** How Markdown is written: markdownlint and the searches of a tree. Imported only when wanted, as markdownlint is large. */
import type { FixInfo, LintError } from "markdownlint";
import { lint } from "markdownlint/sync";

import type { Finding, Fix } from "#core/base/finding.ts";

import { severityOf, type CheckSettings } from "./check-settings.ts";
import type { Span } from "../documents/front-matter.ts";
import type { MarkdownStyle, SearchRule } from "./markdown-style.ts";
import { collectNodes, spanOfNode } from "../documents/markdown-nodes.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { toFinding } from "./report-finding.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/** Findings of markdownlint (`markdownlint/MD060`) and of searches (`typography/m-dash`), in no order. */
export function checkStyle(document: ParsedDocument, style: MarkdownStyle, settings: CheckSettings): Finding[] {
  return [...lintFindings(document, style, settings), ...searchFindings(document, style, settings)];
}

function lintFindings(document: ParsedDocument, style: MarkdownStyle, settings: CheckSettings): Finding[] {
  if (severityOf({ id: "markdownlint", severity: "warning" }, settings) === "off") return [];
  const results = lint({
    strings: { document: document.text },
    config: style.lint,
    handleRuleFailures: true,
  });
  const starts = lineStarts(document.text);
  return (results["document"] ?? []).flatMap((error) => {
    const id = `markdownlint/${error.ruleNames[0] ?? "unknown"}`;
    const severity = severityOf({ id, severity: "warning" }, settings);
    if (severity === "off") return [];
    const source = {
      clause: `markdownlint, ${error.ruleNames.join(" / ")}`,
      ...(error.ruleInformation === null ? {} : { url: error.ruleInformation }),
    };
    const lineStart = starts[error.lineNumber - 1] ?? document.text.length;
    const [column = 1, length = lineEnd(document.text, lineStart) - lineStart] = error.errorRange ?? [];
    const span = { start: lineStart + column - 1, end: lineStart + column - 1 + length };
    const fix = error.fixInfo === null ? undefined : toFix(error, error.fixInfo, document.text, starts);
    return [
      toFinding(
        { message: describe(error), span, ...(fix === undefined ? {} : { fix }) },
        { id, severity, source },
        document,
      ),
    ];
  });
}

function describe({ ruleDescription, errorDetail }: LintError): string {
  return errorDetail === null || errorDetail === "" ? `${ruleDescription}.` : `${ruleDescription}: ${errorDetail}.`;
}

/** A definition that nothing refers to may just have the wrong label; what somebody wrote is not ours to delete. */
const LEFT_TO_PEOPLE: ReadonlySet<string> = new Set(["MD053"]);

function toFix(error: LintError, info: FixInfo, text: string, starts: readonly number[]): Fix | undefined {
  if (error.ruleNames.some((name) => LEFT_TO_PEOPLE.has(name))) return undefined;
  const lineStart = starts[(info.lineNumber ?? error.lineNumber) - 1];
  if (lineStart === undefined) return undefined;
  const description = `Repair ${error.ruleNames.at(-1) ?? "the style"}`;
  // -1 means that the whole line goes, with its ending.
  if (info.deleteCount === -1) {
    const next = starts[info.lineNumber ?? error.lineNumber] ?? text.length;
    // The last line has no ending of its own; the one before it goes instead.
    const start = next > lineStart ? lineStart : lineStart - (text.endsWith("\r\n") ? 2 : 1);
    return start < 0 ? undefined : { description, edits: [{ start, end: next, text: "" }] };
  }
  const start = Math.min(lineStart + (info.editColumn ?? 1) - 1, text.length);
  const end = Math.min(start + (info.deleteCount ?? 0), text.length);
  return { description, edits: [{ start, end, text: info.insertText ?? "" }] };
}

function searchFindings(document: ParsedDocument, { searches }: MarkdownStyle, settings: CheckSettings): Finding[] {
  const { text } = document;
  const { bodyStart } = document.frontMatter;
  const hidden = hiddenSpans(document);
  return searches.flatMap((rule) => {
    const id = `typography/${rule.name}`;
    const severity = severityOf({ id, severity: "warning" }, settings);
    if (severity === "off") return [];
    return matches(rule, text)
      .filter(({ index }) => index >= bodyStart && !isHidden(index, rule.skipCode ? hidden : []))
      .map((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        const fix = searchFix(rule, match[0], span.start);
        return toFinding(
          { message: `\`${match[0]}\`: ${rule.message}.`, span, ...(fix === undefined ? {} : { fix }) },
          { id, severity, source: GOOD_PRACTICE },
          document,
        );
      });
  });
}

function matches(rule: SearchRule, text: string): RegExpExecArray[] {
  return [...text.matchAll(rule.pattern)].slice(0, 1_000);
}

function searchFix(rule: SearchRule, match: string, start: number): Fix | undefined {
  if (rule.replace === undefined || /[\r\n]/.test(match)) return undefined;
  // Not global here, so that `^` and `$` of the pattern mean the match.
  const text = match.replace(new RegExp(rule.pattern.source, rule.pattern.flags.replace("g", "")), rule.replace);
  return text === match
    ? undefined
    : { description: `Write \`${text}\``, edits: [{ start, end: start + match.length, text }] };
}

/** Code and comments, in source order; none lies inside another. */
function hiddenSpans(document: ParsedDocument): Span[] {
  const nodes = collectNodes(document.markdown());
  return [...nodes.ofType("code"), ...nodes.ofType("inlineCode"), ...nodes.ofType("html")]
    .map(spanOfNode)
    .sort((a, b) => a.start - b.start);
}

function isHidden(offset: number, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.end ?? 0) > offset;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}

function lineEnd(text: string, start: number): number {
  const end = text.slice(start).search(/\r|\n/);
  return end < 0 ? text.length : start + end;
}
