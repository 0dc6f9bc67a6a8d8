import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** One kind of line ending keeps diffs to what changed. */
export const lineEndings: Rule = {
  id: "line-endings",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "Lines end with a line feed.",
  *check({ document: { text } }) {
    const endings = [...text.matchAll(/\r\n?/g)];
    const first = endings[0];
    if (first === undefined) return;
    const name = first[0] === "\r" ? "carriage return" : "carriage return and line feed";
    yield {
      message: `${endings.length === 1 ? "A line ends" : `${endings.length.toLocaleString("en")} lines end`} with ${name}, expected line feed alone.`,
      span: { start: first.index, end: first.index + first[0].length },
      fix: {
        description: "End lines with a line feed",
        edits: endings.map((ending) => ({ start: ending.index, end: ending.index + ending[0].length, text: "\n" })),
      },
    };
  },
};
