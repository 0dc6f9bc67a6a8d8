import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** An absolute link leaves the preview and the archived state that a reader is in. */
export const linkAbsolute: Rule = {
  id: "link-absolute",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "A link to a sibling document is its file name, not the address of its page on the site.",
  *check({ links, index }) {
    for (const { target, url, urlSpan } of links) {
      if (target.kind !== "document" || target.form !== "site") continue;
      const expected = `${target.documentId}.md${target.anchor === undefined ? "" : `#${target.anchor}`}`;
      const exists = index.find(target.documentId) !== undefined;
      yield {
        message: `The link goes to \`${url}\`, expected \`${expected}\`.`,
        span: urlSpan,
        ...(exists ? { fix: { description: `Link to \`${expected}\``, edits: [{ ...urlSpan, text: expected }] } } : {}),
      };
    }
  },
};
