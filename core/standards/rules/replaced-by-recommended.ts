import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** A reader of a retired document is led on. */
export const replacedByRecommended: Rule = {
  id: "replaced-by-recommended",
  severity: "warning",
  source: scs0001("Document format"),
  summary: "A Deprecated or Rejected document says what replaces it.",
  *check({ document, summary }) {
    if (summary.status !== "Deprecated" && summary.status !== "Rejected") return;
    if (summary.replacedBy.length > 0) return;
    yield {
      message: `The status is \`${summary.status}\`, but there is no \`replaced_by\`; it is recommended then.`,
      span: fieldValue(document, "status"),
    };
  },
};
