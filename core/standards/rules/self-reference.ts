import { referencedId } from "../documents/document-id.ts";
import { listItem } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Nothing replaces itself. */
export const selfReference: Rule = {
  id: "self-reference",
  severity: "error",
  source: scs0001("Document format"),
  summary: "A document does not replace or supplement itself.",
  *check({ document, summary }) {
    const fields = { replaces: summary.replaces, replaced_by: summary.replacedBy, supplements: summary.supplements };
    for (const [field, references] of Object.entries(fields)) {
      for (const [position, reference] of references.entries()) {
        if (referencedId(reference) !== summary.documentId) continue;
        yield {
          message: `\`${field}\` names this document itself; expected another one.`,
          span: listItem(document, field, position),
        };
      }
    }
  },
};
