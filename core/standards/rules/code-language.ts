import { spanOfNode } from "../documents/markdown-nodes.ts";
import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Code is colored and read aloud as what it is. */
export const codeLanguage: Rule = {
  id: "code-language",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A code block names its language.",
  *check({ document: { text }, nodes }) {
    for (const node of nodes.ofType("code")) {
      const { start, end } = spanOfNode(node);
      if ((node.lang ?? "") !== "") continue;
      const isFenced = /^[`~]{3}/.test(text.slice(start, start + 3));
      const lineEnd = start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0);
      yield {
        message: isFenced
          ? "The code block names no language, expected one (`text` for plain text)."
          : "The code block is made by indentation and has no language, expected a fence with one (`text` for plain text).",
        span: { start, end: lineEnd },
      };
    }
  },
};
