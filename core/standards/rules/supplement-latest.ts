import { referencedId } from "../documents/document-id.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Supplements keep up with what they supplement. */
export const supplementLatest: Rule = {
  id: "supplement-latest",
  severity: "note",
  source: scs0001("Supplement"),
  summary: "A supplement covers the latest version of its number.",
  *check({ document, summary, index }) {
    if (summary.type !== "Supplement" || summary.supplements.length === 0) return;
    const latest = index
      .ofNumber(summary.number)
      .map((other) => other.summary)
      .filter(({ series }) => series === "v")
      .sort((a, b) => (a.version ?? 0) - (b.version ?? 0))
      .at(-1);
    if (latest === undefined || summary.supplements.map(referencedId).includes(latest.documentId)) return;
    yield {
      message: `\`supplements\` does not list \`${latest.documentId}.md\`, the latest version; expected it if the text holds for it.`,
      span: fieldValue(document, "supplements"),
    };
  },
};
