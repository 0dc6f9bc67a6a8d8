import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** A rule without a reason is not followed. */
export const standardMotivation: Rule = {
  id: "standard-motivation",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Standard has a section Motivation.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Standard"],
      name: "Motivation",
      duty: "must",
      purpose: "why this document, or what it describes, is necessary",
    }),
};
