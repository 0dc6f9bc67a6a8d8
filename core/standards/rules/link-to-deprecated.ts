import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Living documents point to living documents. */
export const linkToDeprecated: Rule = {
  id: "link-to-deprecated",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "A Draft or Stable document links to the successor of a Deprecated or Rejected one, not to the old one.",
  *check({ summary, links, index }) {
    if (summary.status !== "Stable" && summary.status !== "Draft") return;
    const seen = new Set<string>();
    for (const { target, span } of links) {
      if (target.kind !== "document" || seen.has(target.documentId)) continue;
      const other = index.find(target.documentId)?.summary;
      if (other?.status !== "Deprecated" && other?.status !== "Rejected") continue;
      // A new version may speak of the old one of its own number.
      if (other.number === summary.number) continue;
      seen.add(target.documentId);
      const successor = other.replacedBy[0];
      yield {
        message: `\`${target.documentId}\` is ${other.status}${successor === undefined ? "" : ` and replaced by \`${successor}\``}; expected a link to what is in force.`,
        span,
      };
    }
  },
};
