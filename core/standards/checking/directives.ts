import type { Finding } from "#core/base/finding.ts";

import { severityOf, type CheckSettings } from "./check-settings.ts";
import type { Span } from "../documents/front-matter.ts";
import { spanOfNode } from "../documents/markdown-nodes.ts";
import { toFinding } from "./report-finding.ts";
import type { PreparedDocument } from "./prepare-document.ts";
import { GOOD_PRACTICE } from "../rules/parts/sources.ts";

/** The rule about directives themselves; cannot be disabled by one. */
export const DIRECTIVE_RULE = {
  id: "directive",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A directive that disables a rule names it, gives a reason and silences something.",
} as const;

/** A comment that disables rules: `<!-- stele-disable-next-line rule-id -- reason -->`, or `# …` in front matter. */
interface Directive {
  readonly scope: "next-line" | "file";
  readonly ruleIds: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** The line that it is about, for `next-line`. */
  readonly line: number;
}

/** The beginning of a directive in a comment; its end is looked for once. */
const HTML_DIRECTIVE = /<!--\s*stele-disable-(next-line|file)\s+/g;
const YAML_DIRECTIVE = /^[ \t]*#[ \t]*stele-disable-(next-line|file)[ \t]+(.*)$/gm;

/** Takes away the findings that directives disable, and adds what is wrong with the directives. */
export function applyDirectives(
  prepared: PreparedDocument,
  findings: readonly Finding[],
  settings: CheckSettings,
): Finding[] {
  if (!prepared.document.text.includes("stele-disable-")) return [...findings];
  const directives = readDirectives(prepared);
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    let isDisabled = false;
    for (const [index, directive] of directives.entries()) {
      if (directive.reason === "" || !covers(directive, finding)) continue;
      used.add(`${index} ${finding.ruleId}`);
      isDisabled = true;
    }
    return !isDisabled;
  });
  const severity = severityOf(DIRECTIVE_RULE, settings);
  if (severity === "off") return kept;
  const rule = { ...DIRECTIVE_RULE, severity };
  for (const [index, directive] of directives.entries()) {
    for (const message of faultsOf(directive, index, used)) {
      kept.push(toFinding({ message, span: directive.span }, rule, prepared.document));
    }
  }
  return kept;
}

function covers(directive: Directive, finding: Finding): boolean {
  return (
    directive.ruleIds.includes(finding.ruleId) &&
    (directive.scope === "file" || finding.place.start.line === directive.line)
  );
}

function* faultsOf(directive: Directive, index: number, used: ReadonlySet<string>): Iterable<string> {
  if (directive.ruleIds.length === 0) yield "The directive names no rule: write `rule-id -- reason`.";
  if (directive.reason === "") {
    yield "The directive gives no reason and disables nothing: write ` -- ` and the reason behind the rule.";
    return;
  }
  for (const ruleId of directive.ruleIds) {
    if (!used.has(`${index} ${ruleId}`))
      yield `The directive disables \`${ruleId}\`, which has no finding here: remove it.`;
  }
}

function readDirectives({ document, nodes }: PreparedDocument): Directive[] {
  const { text, frontMatter } = document;
  const found: { scope: string; rest: string; span: Span }[] = [];
  for (const match of text.slice(0, frontMatter.content.end).matchAll(YAML_DIRECTIVE)) {
    const start = match.index + match[0].indexOf("#");
    found.push({ scope: match[1] ?? "", rest: match[2] ?? "", span: { start, end: match.index + match[0].length } });
  }
  for (const node of nodes.ofType("html")) {
    const base = spanOfNode(node).start;
    for (const { scope, rest, start, end } of htmlDirectives(node.value)) {
      found.push({ scope, rest, span: { start: base + start, end: base + end } });
    }
  }
  return found.map(({ scope, rest, span }) => {
    const [rules = "", ...reason] = rest.split(/\s--\s/);
    return {
      scope: scope === "file" ? "file" : "next-line",
      ruleIds: rules.split(/[\s,]+/).filter((id) => id !== ""),
      reason: reason.join(" -- ").trim(),
      span,
      line: document.lines.positionAt(nextText(text, span.end)).line,
    };
  });
}

/** The directives in the comments of a piece of HTML; what no `-->` closes is none. */
function* htmlDirectives(html: string): Iterable<{ scope: string; rest: string; start: number; end: number }> {
  let end = 0;
  for (const opening of html.matchAll(HTML_DIRECTIVE)) {
    if (opening.index < end) continue;
    const behind = opening.index + opening[0].length;
    const closing = html.indexOf("-->", behind);
    if (closing < 0) return;
    end = closing + "-->".length;
    yield { scope: opening[1] ?? "", rest: html.slice(behind, closing), start: opening.index, end };
  }
}

/** Offset of the first line after `offset` that is not blank. */
function nextText(text: string, offset: number): number {
  const lineEnd = text.indexOf("\n", offset);
  if (lineEnd < 0) return text.length;
  const next = text.slice(lineEnd).search(/\S/);
  return next < 0 ? text.length : lineEnd + next;
}
