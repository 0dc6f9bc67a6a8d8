import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** Decisions hang together. */
export const recordRelatedDocuments: Rule = {
  id: "record-related-documents",
  severity: "warning",
  source: scs0001("Sections"),
  summary: "A Decision Record has a section Related Documents.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Decision Record"],
      name: "Related Documents",
      duty: "should",
      purpose: "references to related standards and decisions",
    }),
};
