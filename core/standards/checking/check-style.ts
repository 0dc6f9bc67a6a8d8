/** How Markdown is written: markdownlint and the searches of a tree. Imported only when wanted, as markdownlint is large. */
import type { FixInfo, LintError } from "markdownlint";
import { lint } from "markdownlint/sync";

import type { PatternMatch } from "#core/base/patterns/linear-pattern.ts";
import type { StepBudget } from "#core/base/text/glob.ts";
import type { Finding, Fix } from "#core/base/finding.ts";

import { severityOf, type CheckSettings } from "./check-settings.ts";
import type { Span } from "../documents/front-matter.ts";
import type { MarkdownStyle, SearchRule } from "./markdown-style.ts";
import { collectNodes, spanOfNode } from "../documents/markdown-nodes.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { toFinding } from "./report-finding.ts";
import { FILE_START } from "../rules/parts/places.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/**
 * Findings of markdownlint (`markdownlint/MD060`) and of searches (`typography/m-dash`), in no order. `budget` has the steps
 * that searches with patterns of others may still take.
 */
export function checkStyle(
  document: ParsedDocument,
  style: MarkdownStyle,
  settings: CheckSettings,
  budget: StepBudget,
): Finding[] {
  return [...lintFindings(document, style, settings), ...searchFindings(document, style, settings, budget)];
}

/** Most tags and comments of HTML that markdownlint is asked about: it takes their square. */
const MAX_HTML = 1_500;

function lintFindings(document: ParsedDocument, style: MarkdownStyle, settings: CheckSettings): Finding[] {
  const severity = severityOf({ id: "markdownlint", severity: "warning" }, settings);
  if (severity === "off") return [];
  if ((document.text.match(/<[A-Za-z/!?]/g)?.length ?? 0) > MAX_HTML) {
    const message = `The text has more than ${MAX_HTML.toLocaleString("en")} tags and comments of HTML, so markdownlint was not asked: write Markdown instead, or split the document.`;
    const source = { clause: "markdownlint, MD033 / no-inline-html" };
    return [toFinding({ message, span: FILE_START }, { id: "markdownlint/MD033", severity, source }, document)];
  }
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

function searchFindings(
  document: ParsedDocument,
  { searches }: MarkdownStyle,
  settings: CheckSettings,
  budget: StepBudget,
): Finding[] {
  const { text } = document;
  const { bodyStart } = document.frontMatter;
  const hidden = hiddenSpans(document);
  return searches.flatMap((rule) => {
    const id = `typography/${rule.name}`;
    const severity = severityOf({ id, severity: "warning" }, settings);
    if (severity === "off" || budget.left < 0) return [];
    const report = (span: Span, message: string, fix?: Fix): Finding =>
      toFinding(
        { message, span, ...(fix === undefined ? {} : { fix }) },
        { id, severity, source: GOOD_PRACTICE },
        document,
      );
    const findings = places(rule, text, budget)
      .filter(({ index }) => index >= bodyStart && !isHidden(index, rule.skipCode ? hidden : []))
      .map(({ index, text: found }) => {
        const span = { start: index, end: index + found.length };
        return report(span, `\`${found}\`: ${rule.message}.`, searchFix(rule, found, index, budget));
      });
    return budget.left < 0 ? [...findings, report(FILE_START, TOO_MANY_STEPS)] : findings;
  });
}

const TOO_MANY_STEPS =
  "The searches of the Markdown style take too many steps; this one was not finished, and none after it was made. `stele check` on your machine has no such limit.";

/** Places of one search in one document that are reported. */
const MAX_PLACES = 1_000;

function places(rule: SearchRule, text: string, budget: StepBudget): PatternMatch[] {
  const found: PatternMatch[] = [];
  for (const place of rule.search.findAll(text, budget)) {
    found.push(place);
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

function searchFix(rule: SearchRule, found: string, start: number, budget: StepBudget): Fix | undefined {
  if (rule.replace === undefined || /[\r\n]/.test(found)) return undefined;
  const text = rule.search.replaceIn(found, rule.replace, budget);
  return text === found
    ? undefined
    : { description: `Write \`${text}\``, edits: [{ start, end: start + found.length, text }] };
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
