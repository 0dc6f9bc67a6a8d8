import { comparableHeading } from "../documents/outline.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Sections that frame a standard and are not the standard itself. */
const FRAME = new Set([
  "introduction",
  "abstract",
  "motivation",
  "terminology",
  "glossary",
  "design considerations",
  "open questions",
  "related documents",
  "references",
  "conformance tests",
  "acknowledgements",
  "appendix",
]);

/** There is something to conform to. */
export const standardRegulation: Rule = {
  id: "standard-regulation",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Standard has a section that contains the actual standard.",
  *check({ document, summary, outline }) {
    if (summary.type !== "Standard") return;
    if (outline.some(({ depth, text }) => depth === 2 && !FRAME.has(comparableHeading(text)))) return;
    yield {
      message:
        "No second-level section contains the actual standard; expected one besides Introduction, Motivation and the like.",
      span: fieldValue(document, "type"),
    };
  },
};
