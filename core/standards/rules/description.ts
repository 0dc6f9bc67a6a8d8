import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Lists and search results need a sentence. */
export const description: Rule = {
  id: "description",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "A main document has a `description` for overviews and search.",
  *check({ document, summary }) {
    if (summary.type === undefined || summary.type === "Supplement" || summary.description !== undefined) return;
    yield {
      message: "There is no `description`; expected one paragraph that overviews and search results can show.",
      span: fieldValue(document, "title"),
    };
  },
};
