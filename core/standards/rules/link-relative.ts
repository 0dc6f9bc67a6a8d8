import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Links between documents work in the repository, in a preview and on the site. */
export const linkRelative: Rule = {
  id: "link-relative",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A link to a sibling document is its file name, not its page in the source repository.",
  *check({ links }) {
    for (const { target, url, urlSpan } of links) {
      if (target.kind !== "document" || target.form !== "repository") continue;
      const expected = `${target.documentId}.md${target.anchor === undefined ? "" : `#${target.anchor}`}`;
      yield {
        message: `The link goes to \`${url}\`, expected \`${expected}\`.`,
        span: urlSpan,
        fix: { description: `Link to \`${expected}\``, edits: [{ ...urlSpan, text: expected }] },
      };
    }
  },
};
