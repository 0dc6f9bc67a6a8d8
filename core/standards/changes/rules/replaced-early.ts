import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import { referencedId } from "#core/standards/documents/document-id.ts";

import { editedDocuments, type ChangeRule } from "./change-rule.ts";

/** Between the end of the old version and the beginning of the new one there would be nothing to go by. */
export const replacedEarly: ChangeRule = {
  id: "change/replaced-early",
  severity: "error",
  source: scs0001("Deprecation phase (Deprecated)"),
  summary: "A document is deprecated, or names what replaces it, only when its successor is Stable.",
  *check(change) {
    for (const { before, after, kinds } of editedDocuments(change)) {
      const named = after.summary.replacedBy.map(referencedId);
      const isNewlyNamed = named.some((id) => !before.summary.replacedBy.map(referencedId).includes(id));
      if (!kinds.includes("deprecate") && !isNewlyNamed) continue;
      const id = after.summary.documentId;
      const successors = change.head.filter(
        ({ summary }) => named.includes(summary.documentId) || summary.replaces.map(referencedId).includes(id),
      );
      if (successors.length === 0 || successors.some(({ summary }) => summary.status !== "Draft")) continue;
      const draft = successors[0]?.document.fileName ?? "";
      const message = `\`${draft}\`, which replaces this document, is a Draft still; wait until it is Stable.`;
      yield { side: after, field: named.length > 0 ? "replaced_by" : "status", message };
    }
  },
};
