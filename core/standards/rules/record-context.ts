import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** Who reads a decision later does not know the question any more. */
export const recordContext: Rule = {
  id: "record-context",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Decision Record has a section Context.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Decision Record"],
      name: "Context",
      duty: "must",
      purpose: "the question that made a decision necessary",
    }),
};
