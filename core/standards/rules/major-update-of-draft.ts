import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** A draft is changed, not replaced. */
export const majorUpdateOfDraft: Rule = {
  id: "major-update-of-draft",
  severity: "warning",
  source: scs0001("Proposal of a major update to a stable document"),
  summary: "A major update replaces a document that is, or was, Stable.",
  *check({ document, summary, index }) {
    const { series, version } = summary;
    if (series !== "v" || version === undefined || version < 2) return;
    const previous = index
      .ofNumber(summary.number)
      .find((other) => other.summary.series === "v" && other.summary.version === version - 1)?.summary;
    if (previous?.status !== "Draft") return;
    yield {
      message: `\`${previous.documentId}.md\`, which this document updates, is a Draft; expected the change in that draft itself.`,
      span: fieldValue(document, summary.replaces.length > 0 ? "replaces" : "title"),
    };
  },
};
