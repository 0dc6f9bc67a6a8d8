import { keywordsOf, refersToBcp14, textBlocks } from "./parts/keywords.ts";
import type { Rule } from "./parts/rule.ts";
import { BCP_14 } from "./parts/sources.ts";

/** Capital letters mean something only where it is said what. */
export const keywordDefinition: Rule = {
  id: "keyword-definition",
  severity: "warning",
  source: BCP_14,
  summary: "A document that uses capitalized key words refers to RFC 2119.",
  *check(context) {
    if (refersToBcp14(context.document.text)) return;
    const first = textBlocks(context).find((block) => keywordsOf(block).length > 0);
    if (first === undefined) return;
    yield {
      message: `The key word \`${keywordsOf(first)[0] ?? ""}\` is capitalized, but the document does not refer to RFC 2119; expected a sentence that does.`,
      span: first.span,
    };
  },
};
