import { listItem } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** References lead somewhere. */
export const unknownDocument: Rule = {
  id: "unknown-document",
  severity: "error",
  source: scs0001("Document format"),
  summary: "Documents named in the front matter exist.",
  *check({ document, summary, index }) {
    if (!index.isComplete) return;
    const fields = { replaces: summary.replaces, replaced_by: summary.replacedBy, supplements: summary.supplements };
    for (const [field, references] of Object.entries(fields)) {
      for (const [position, reference] of references.entries()) {
        if (index.find(reference) !== undefined || index.isUnread(reference)) continue;
        const near = index.entries.find(({ summary: { documentId } }) => sharesNumber(documentId, reference));
        yield {
          message: `\`${field}\` names \`${reference}\`, which does not exist${near === undefined ? "" : `; did you mean \`${near.summary.documentId}.md\`?`}; expected the file name of a document in this folder.`,
          span: listItem(document, field, position),
        };
      }
    }
  },
};

/** Whether a reference begins with the same prefix, number and version, so that only the slug differs. */
function sharesNumber(documentId: string, reference: string): boolean {
  const own = /^[a-z][a-z0-9]*-\d{4}-[vw]\d+/.exec(documentId)?.[0];
  return own !== undefined && own === /^[a-z][a-z0-9]*-\d{4}-[vw]\d+/.exec(reference)?.[0];
}
