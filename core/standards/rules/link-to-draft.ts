import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** The IETF calls it a downref: what is settled rests on what is not. */
export const linkToDraft: Rule = {
  id: "link-to-draft",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A Stable document does not link to a Draft.",
  *check({ summary, links, index }) {
    if (summary.status !== "Stable") return;
    const seen = new Set<string>();
    for (const { target, span } of links) {
      if (target.kind !== "document" || seen.has(target.documentId)) continue;
      const other = index.find(target.documentId)?.summary;
      if (other?.status !== "Draft") continue;
      seen.add(target.documentId);
      yield {
        message: `\`${target.documentId}\` is a Draft, this document is Stable; expected a stable document, or words that make the reference informative.`,
        span,
      };
    }
  },
};
