import { parseDocumentName, referencedId } from "../documents/document-id.ts";
import { listItem } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Supplements stand under the number of what they supplement. */
export const supplementNumber: Rule = {
  id: "supplement-number",
  severity: "error",
  source: scs0001("Document format"),
  summary: "A supplement has the number of the documents that it supplements.",
  *check({ document, summary }) {
    if (summary.number === undefined) return;
    for (const [index, reference] of summary.supplements.entries()) {
      const target = parseDocumentName(`${referencedId(reference)}.md`);
      if (target === undefined) continue; // unknown-document says that
      if (target.number !== summary.number) {
        yield {
          message: `The supplement has number \`${summary.number}\` and supplements \`${reference}\`; expected the same number.`,
          span: listItem(document, "supplements", index),
        };
      } else if (target.series === "w") {
        yield {
          message: `\`${reference}\` is itself a supplement; expected a main document.`,
          span: listItem(document, "supplements", index),
        };
      }
    }
  },
};
