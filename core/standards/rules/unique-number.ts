import { shortId } from "../documents/document-id.ts";
import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** No two documents share number and version. */
export const uniqueNumber: Rule = {
  id: "unique-number",
  severity: "error",
  source: scs0001("Document format"),
  summary: "Each document has a number and version of its own.",
  *check({ document: { name, path }, index }) {
    if (name === undefined) return;
    const own = shortId(name);
    for (const unread of index.unreadOfNumber(name.number)) {
      if (shortId(unread) === own) yield { message: message(own, unread.documentId), span: FILE_START };
    }
    for (const other of index.ofNumber(name.number)) {
      const { summary } = other;
      if (other.path === path || summary.series === undefined || summary.version === undefined) continue;
      if (shortId({ number: name.number, series: summary.series, version: summary.version }) !== own) continue;
      yield { message: message(own, summary.documentId), span: FILE_START };
    }
  },
};

function message(own: string, documentId: string): string {
  return `The number ${own} is also that of \`${documentId}.md\`; expected the next unused number or version.`;
}
