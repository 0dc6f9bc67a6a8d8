import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Anchors that survive the next edit. */
export const duplicateHeading: Rule = {
  id: "duplicate-heading",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "No two headings of a document have the same text.",
  *check({ document, outline }) {
    const first = new Map<string, number>();
    for (const { text, anchor, span } of outline) {
      const line = first.get(text);
      if (line === undefined) {
        first.set(text, document.lines.positionAt(span.start).line);
        continue;
      }
      yield {
        message: `The heading \`${text}\` stands in line ${line} already; its anchor \`#${anchor}\` changes with the number of such headings before it.`,
        span,
      };
    }
  },
};
