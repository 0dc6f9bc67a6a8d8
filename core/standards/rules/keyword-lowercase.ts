import { keywordsOf, LOWERCASE_KEYWORD, textBlocks } from "./parts/keywords.ts";
import type { Rule } from "./parts/rule.ts";
import { BCP_14 } from "./parts/sources.ts";

/** A demand that nobody can tell from an explanation. */
export const keywordLowercase: Rule = {
  id: "keyword-lowercase",
  severity: "note",
  source: BCP_14,
  summary: "A demand of a Stable Standard is capitalized.",
  *check(context) {
    const { type, status } = context.summary;
    if (type !== "Standard" || status !== "Stable") return;
    for (const block of textBlocks(context)) {
      const found = block.text.match(LOWERCASE_KEYWORD)?.[0];
      if (found === undefined || keywordsOf(block).length > 0) continue;
      yield {
        message: `\`${found}\` is in lower case; expected capitals if this is a demand, or another word if it is not.`,
        span: block.span,
      };
    }
  },
};
