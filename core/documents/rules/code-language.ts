import { spanOfNode } from "../markdown-nodes.ts";
import type { Rule } from "./rule.ts";
import { GOOD_PRACTICE } from "./sources.ts";

/** Code is colored and read aloud as what it is. */
export const codeLanguage: Rule = {
  id: "code-language",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A fenced code block names its language.",
  *check({ document: { text }, nodes }) {
    for (const node of nodes.ofType("code")) {
      const { start, end } = spanOfNode(node);
      if ((node.lang ?? "") !== "" || !/^[`~]{3}/.test(text.slice(start, start + 3))) continue;
      const lineEnd = start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0);
      yield {
        message: "The code block names no language, expected one (`text` for plain text).",
        span: { start, end: lineEnd },
      };
    }
  },
};
