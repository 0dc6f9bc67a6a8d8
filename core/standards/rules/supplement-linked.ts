import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Readers of the standard find its supplement. */
export const supplementLinked: Rule = {
  id: "supplement-linked",
  severity: "note",
  source: scs0001("Supplement"),
  summary: "A document links to its supplements.",
  *check({ document, summary, entry, index }) {
    if (summary.type === "Supplement") return;
    for (const { summary: supplement } of index.supplementsOf(summary.documentId)) {
      if (supplement.documentId === summary.documentId || entry.links.includes(supplement.documentId)) continue;
      yield {
        message: `The document does not link to its supplement \`${supplement.documentId}.md\`; expected a link, for example under Related Documents.`,
        span: fieldValue(document, "title"),
      };
    }
  },
};
