import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Life goes forward. */
export const dateOrder: Rule = {
  id: "date-order",
  severity: "error",
  source: scs0001("Process"),
  summary: "A document is deprecated or rejected no earlier than it was stabilized.",
  *check({ document, summary: { stabilizedAt, deprecatedAt, rejectedAt } }) {
    if (stabilizedAt === undefined) return;
    const later = { deprecated_at: deprecatedAt, rejected_at: rejectedAt };
    for (const [field, date] of Object.entries(later)) {
      if (date === undefined || date >= stabilizedAt) continue;
      yield {
        message: `\`${field}\` is ${date}, before \`stabilized_at\` (${stabilizedAt}); expected the same day or later.`,
        span: fieldValue(document, field),
      };
    }
  },
};
