import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** The decision in a nutshell. */
export const recordAbstract: Rule = {
  id: "record-abstract",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Decision Record has a section Abstract.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Decision Record"],
      name: "Abstract",
      duty: "must",
      purpose: "a brief introduction to the topic",
    }),
};
