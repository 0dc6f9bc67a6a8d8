import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

// Looks back, or a long run of spaces within a line is tried from each of them: quadratic.
const TRAILING = /(?<![ \t])[ \t]+(?=\r?$)/gm;

/** Nothing invisible in the header. */
export const frontMatterTrailingSpace: Rule = {
  id: "front-matter-trailing-space",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "No line of the front matter ends with a space.",
  *check({ document: { text, frontMatter } }) {
    const { start, end } = frontMatter.content;
    for (const match of text.slice(start, end).matchAll(TRAILING)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length };
      yield {
        message: "The line ends with white space, expected none.",
        span,
        fix: { description: "Remove white space at the end of the line", edits: [{ ...span, text: "" }] },
      };
    }
  },
};
