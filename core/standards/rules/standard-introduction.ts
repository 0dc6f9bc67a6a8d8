import type { Rule } from "./parts/rule.ts";
import { reportMissingSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** Readers learn first what they are reading. */
export const standardIntroduction: Rule = {
  id: "standard-introduction",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Standard has a section Introduction.",
  check: (context) =>
    reportMissingSection(context, {
      types: ["Standard"],
      name: "Introduction",
      duty: "must",
      purpose: "context of the document, with links to what it builds on",
    }),
};
