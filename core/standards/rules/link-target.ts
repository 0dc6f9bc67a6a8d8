import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Links to siblings lead somewhere. */
export const linkTarget: Rule = {
  id: "link-target",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "A link to a document or number of the community leads to one that exists.",
  *check({ links, index }) {
    if (!index.isComplete) return;
    const isThere = (id: string): boolean => index.find(id) !== undefined || index.isUnread(id) || id === "README";
    const hasNumber = (number: string): boolean =>
      index.ofNumber(number).length > 0 || index.unreadOfNumber(number).length > 0;
    for (const { target, urlSpan } of links) {
      if (target.kind === "document" && !isThere(target.documentId)) {
        yield {
          message: `There is no document \`${target.documentId}.md\`; expected one of this tree.`,
          span: urlSpan,
        };
      }
      if (target.kind === "number" && !hasNumber(target.number)) {
        yield {
          message: `There is no document with number \`${target.prefix}-${target.number}\`; expected one of this tree.`,
          span: urlSpan,
        };
      }
    }
  },
};
