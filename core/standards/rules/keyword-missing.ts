import { fieldValue } from "./parts/places.ts";
import { keywordsOf, textBlocks } from "./parts/keywords.ts";
import type { Rule } from "./parts/rule.ts";
import { BCP_14 } from "./parts/sources.ts";

/** A standard demands something. */
export const keywordMissing: Rule = {
  id: "keyword-missing",
  severity: "warning",
  source: BCP_14,
  summary: "A Standard has at least one capitalized key word.",
  *check(context) {
    if (context.summary.type !== "Standard") return;
    if (textBlocks(context).some((block) => keywordsOf(block).length > 0)) return;
    yield {
      message:
        "The Standard has no capitalized key word such as `MUST`; expected its demands to be told apart from its explanations.",
      span: fieldValue(context.document, "type"),
    };
  },
};
