import { htmlComments } from "#core/base/text/html-comments.ts";

import { spanOfNode } from "../documents/markdown-nodes.ts";
import { findHints } from "./parts/find-hints.ts";
import type { Rule, RuleContext } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** What the community's templates hold for authors to fill in or remove. */
const BODY_PATTERNS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "heading", pattern: /^#{1,6} .*[^A-Za-z]OPTIONAL[ \t]*$/gm },
  { what: "text", pattern: /^(?:[A-Z][A-Za-z ]{2,40}, )?(?:OPTIONAL|RECOMMENDED)[ \t]*$/gm },
  { what: "text", pattern: /^(?:#{1,6} )?_(?:Descriptive title|Option \d+)_[ \t]*$/gm },
];
/** What a comment of the template says of itself. */
const TEMPLATE_SAYS = "This is a template";
const YAML_COMMENT = /#[ \t]*\|[^\r\n]*/g;

/** What the template said to the author is gone. */
export const templateLeftover: Rule = {
  id: "template-leftover",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "No instruction of the template is left in the document.",
  *check(context) {
    const { text, frontMatter } = context.document;
    const found: { index: number; text: string; what: string }[] = [];
    const collect = (part: string, offset: number, pattern: RegExp, what: string): void => {
      for (const match of part.matchAll(pattern)) found.push({ index: offset + match.index, text: match[0], what });
    };
    const { start, end } = frontMatter.content;
    collect(text.slice(start, end), start, YAML_COMMENT, "comment");
    const body = text.slice(frontMatter.bodyStart);
    for (const comment of htmlComments(body)) {
      const written = body.slice(comment.start, comment.end);
      if (!written.includes(TEMPLATE_SAYS)) continue;
      found.push({ index: frontMatter.bodyStart + comment.start, text: written, what: "comment" });
    }
    for (const { what, pattern } of BODY_PATTERNS) collect(body, frontMatter.bodyStart, pattern, what);
    for (const { start: from, end: to } of hintsIn(context)) {
      found.push({ index: from, text: text.slice(from, to), what: "sentence" });
    }
    for (const { index, text: source, what } of found) {
      const shown =
        source
          .trim()
          .split(/[\r\n]/, 1)[0]
          ?.slice(0, 80) ?? "";
      yield {
        message: `The ${what} \`${shown}\` comes from the template; expected it to be removed or filled in.`,
        span: { start: index, end: index + source.length },
      };
    }
  },
};

/** Sentences of a template in the body; one that is shown as code is talked about. */
function hintsIn({ document: { text, frontMatter }, nodes }: RuleContext): { start: number; end: number }[] {
  const shift = frontMatter.bodyStart;
  const hints = findHints(text.slice(shift)).map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  if (hints.length === 0) return hints;
  const shown = [...nodes.ofType("code"), ...nodes.ofType("inlineCode")].map(spanOfNode);
  return hints.filter(({ start, end }) => !shown.some((code) => code.start <= start && end <= code.end));
}
