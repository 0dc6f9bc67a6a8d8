import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

// No label holds a `[`, so each character is read once.
const REFERENCE = /\[\^([^[\]\s]+)\](?!:)/g;
const MAX_LABEL_LENGTH = 100;

/** A footnote mark has its note. */
export const footnoteUndefined: Rule = {
  id: "footnote-undefined",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "Every footnote reference has a definition.",
  *check({ document: { text }, nodes }) {
    // The parser takes a reference without definition for text, so text is where they are found.
    for (const node of nodes.ofType("text")) {
      const start = node.position?.start.offset ?? 0;
      const source = text.slice(start, node.position?.end.offset ?? start);
      for (const match of source.matchAll(REFERENCE)) {
        if (source[match.index - 1] === "\\" || (match[1]?.length ?? 0) > MAX_LABEL_LENGTH) continue;
        yield {
          message: `The footnote \`${match[0]}\` is not defined; expected a line \`${match[0]}: …\`.`,
          span: { start: start + match.index, end: start + match.index + match[0].length },
        };
      }
    }
  },
};
