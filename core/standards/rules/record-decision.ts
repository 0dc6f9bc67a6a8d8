import { comparableHeading } from "../documents/outline.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** A record of a decision has one. */
export const recordDecision: Rule = {
  id: "record-decision",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Decision Record has a section with the decision and its reasons.",
  *check({ document, summary, outline }) {
    if (summary.type !== "Decision Record") return;
    if (outline.some(({ depth, text }) => depth === 2 && /\bdecisions?\b/.test(comparableHeading(text)))) return;
    yield {
      message:
        "No second-level heading has the word `Decision`; a Decision Record must have a section with the decision and its reasons.",
      span: fieldValue(document, "type"),
    };
  },
};
