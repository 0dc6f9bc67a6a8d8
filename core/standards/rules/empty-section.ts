import { withoutComments } from "#core/base/text/html-comments.ts";

import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** A heading promises text. */
export const emptySection: Rule = {
  id: "empty-section",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "Every section has text or sections of its own.",
  *check({ document: { text }, outline }) {
    for (const section of outline) {
      // Comments are not text: a reader sees nothing of them.
      if (withoutComments(text.slice(section.body.start, section.body.end)).trim() !== "") continue;
      yield {
        message: `The section \`${section.text}\` is empty; expected text, or no heading.`,
        span: section.span,
      };
    }
  },
};
