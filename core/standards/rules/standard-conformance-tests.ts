import type { IndexEntry } from "../documents/document-index.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { findSection } from "./parts/sections.ts";
import { scs0001 } from "./parts/sources.ts";

/** A rule that cannot be checked is a wish. */
export const standardConformanceTests: Rule = {
  id: "standard-conformance-tests",
  severity: "error",
  source: scs0001("Sections"),
  summary: "A Standard has a section Conformance Tests, or (in practice) a supplement that describes its tests.",
  *check(context) {
    const { document, summary, index, settings } = context;
    if (summary.type !== "Standard" || findSection(context, "Conformance Tests") !== undefined) return;
    const { supplementDescribesTests } = settings.profile;
    // Alone, a document cannot know its supplements.
    if (supplementDescribesTests && !index.isComplete) return;
    // An unread supplement may be the one that describes the tests.
    if (supplementDescribesTests && index.unreadOfNumber(summary.number).length > 0) return;
    const supplements = index.ofNumber(summary.number).filter((entry) => entry.summary.type === "Supplement");
    if (supplementDescribesTests && supplements.some(describesTests)) return;
    yield {
      message: `There is no section \`## Conformance Tests\`${supplementDescribesTests ? " and no supplement with a section on tests" : ""}; a Standard must say how conformance is checked.`,
      span: fieldValue(document, "type"),
    };
  },
};

function describesTests({ headings }: IndexEntry): boolean {
  return headings.some((heading) => /\btest(s|ing|cases?)?\b/.test(heading));
}
