import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** Words mean the same to author and reader. */
export const terminologySection: Rule = {
  id: "terminology-section",
  severity: "warning",
  source: scs0001("Sections"),
  summary: "A Standard or Decision Record has a section Terminology.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Standard", "Decision Record"],
      name: "Terminology",
      duty: "should",
      purpose: "the terms and abbreviations that the document uses",
    }),
};
