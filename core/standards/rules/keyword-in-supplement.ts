import { keywordsOf, textBlocks } from "./parts/keywords.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** What informs does not command. */
export const keywordInSupplement: Rule = {
  id: "keyword-in-supplement",
  severity: "warning",
  source: scs0001("Supplement"),
  summary: "A supplement, being informative, has no capitalized key words.",
  *check(context) {
    if (context.summary.type !== "Supplement") return;
    for (const block of textBlocks(context)) {
      const keyword = keywordsOf(block)[0];
      if (keyword === undefined) continue;
      yield {
        message: `\`${keyword}\` makes a demand, but a supplement is merely informative; expected the demand in the standard, or lower case.`,
        span: block.span,
      };
    }
  },
};
