import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Versions of one number are versions of one thing. */
export const typeChanged: Rule = {
  id: "type-changed",
  severity: "note",
  source: scs0001("Document format"),
  summary: "Versions of a number keep their type.",
  *check({ document, summary, index }) {
    const { series, version, type } = summary;
    if (series !== "v" || version === undefined || type === undefined) return;
    const previous = index
      .ofNumber(summary.number)
      .find((other) => other.summary.series === "v" && other.summary.version === version - 1)?.summary;
    if (previous?.type === undefined || previous.type === type) return;
    yield {
      message: `The type is \`${type}\`, but version ${version - 1} has \`${previous.type}\`; expected the same, or a reason in the text.`,
      span: fieldValue(document, "type"),
    };
  },
};
