import { textBlocks } from "./parts/keywords.ts";
import type { Rule } from "./parts/rule.ts";
import { BCP_14 } from "./parts/sources.ts";

const PSEUDO = /\b(?:WILL(?: NOT)?|CAN(?:NOT| NOT)?|MIGHT|COULD|WOULD|OUGHT|NEVER)\b(?![-_])/g;

/** Capital letters that look like a key word and are none. */
export const keywordUnknown: Rule = {
  id: "keyword-unknown",
  severity: "warning",
  source: BCP_14,
  summary: "Only the key words of RFC 2119 are capitalized for emphasis.",
  *check(context) {
    for (const block of textBlocks(context)) {
      const found = block.text.match(PSEUDO)?.[0];
      if (found === undefined || block.text === block.text.toUpperCase()) continue;
      yield {
        message: `\`${found}\` is capitalized like a key word but is none of RFC 2119; expected \`MUST\`, \`SHOULD\` or \`MAY\`, or lower case.`,
        span: block.span,
      };
    }
  },
};
