import { referencedId } from "../documents/document-id.ts";
import type { IndexEntry } from "../documents/document-index.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** A retired document points to its successor. */
export const replacedBySuccessor: Rule = {
  id: "replaced-by-successor",
  severity: "error",
  source: scs0001("Deprecation phase (Deprecated)"),
  summary: "A Deprecated or Rejected document lists in `replaced_by` every document that replaces it.",
  *check({ document, summary, index }) {
    if (summary.status !== "Deprecated" && summary.status !== "Rejected") return;
    const listed = new Set(summary.replacedBy.map(referencedId));
    for (const { summary: other } of index.entries) {
      if (other.documentId === summary.documentId || listed.has(other.documentId)) continue;
      if (!other.replaces.some((reference) => referencedId(reference) === summary.documentId)) continue;
      yield {
        message: `\`${other.documentId}.md\` replaces this document, but \`replaced_by\` does not list it; it must.`,
        span: fieldValue(document, summary.replacedBy.length > 0 ? "replaced_by" : "status"),
        ...fixFor(other, summary.replacedBy.length === 0, document.text.length, document.frontMatter.content.end),
      };
    }
  },
};

/** Adds the field at the end of the front matter where it is missing altogether. */
function fixFor(other: IndexEntry["summary"], isMissing: boolean, length: number, end: number) {
  if (!isMissing || end > length) return {};
  return {
    fix: {
      description: `List \`${other.documentId}.md\` in \`replaced_by\``,
      edits: [{ start: end, end, text: `replaced_by:\n  - ${other.documentId}.md\n` }],
    },
  };
}
