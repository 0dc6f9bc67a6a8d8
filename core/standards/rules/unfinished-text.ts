import { spanOfNode } from "../documents/markdown-nodes.ts";
import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Marks that authors leave for themselves. */
export const unfinishedText: Rule = {
  id: "unfinished-text",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "A published document has no TODO, TBD or FIXME.",
  *check({ nodes }) {
    for (const node of nodes.ofType("text")) {
      const match = /\b(?:TODO|TBD|FIXME)\b/.exec(node.value);
      if (match === null) continue;
      const { start, end } = spanOfNode(node);
      yield {
        message: `The text says \`${match[0]}\`; expected finished text, or a link to the issue that follows it up.`,
        span: { start: Math.min(start + match.index, end), end: Math.min(start + match.index + match[0].length, end) },
      };
    }
  },
};
