import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Headings make a table of contents without holes. */
export const headingRank: Rule = {
  id: "heading-rank",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "Headings start at rank 2 and go down one rank at a time.",
  *check({ outline }) {
    let previous = 1;
    for (const { depth, text, span } of outline) {
      if (depth > previous + 1) {
        yield { message: `The heading \`${text}\` has rank ${depth}, expected rank ${previous + 1} at most.`, span };
      }
      previous = depth;
    }
  },
};
