import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** The page takes its heading from the front matter. */
export const titleHeading: Rule = {
  id: "title-heading",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The body has no first-level heading.",
  *check({ outline }) {
    for (const { depth, text, span } of outline) {
      if (depth !== 1) continue;
      yield {
        message: `\`${text}\` is a first-level heading; expected \`##\` at most, as the title of the front matter becomes the page's heading.`,
        span,
      };
    }
  },
};
