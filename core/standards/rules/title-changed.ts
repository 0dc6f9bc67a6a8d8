import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Versions of one number are versions of one thing. */
export const titleChanged: Rule = {
  id: "title-changed",
  severity: "note",
  source: scs0001("Document format"),
  summary: "Versions of a number keep their title.",
  *check({ document, summary, index }) {
    const { series, version, title } = summary;
    if (series !== "v" || version === undefined || title === undefined) return;
    const previous = index
      .ofNumber(summary.number)
      .find((other) => other.summary.series === "v" && other.summary.version === version - 1)?.summary;
    if (previous?.title === undefined || previous.title === title) return;
    yield {
      message: `The title is \`${title}\`, but version ${version - 1} has \`${previous.title}\`; expected the same, or a reason in the text.`,
      span: fieldValue(document, "title"),
    };
  },
};
