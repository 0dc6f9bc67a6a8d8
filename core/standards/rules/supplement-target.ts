import { listItem } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Supplements are for standards. */
export const supplementTarget: Rule = {
  id: "supplement-target",
  severity: "warning",
  source: scs0001("Supplement"),
  summary: "A supplement extends a Standard.",
  *check({ document, summary, index }) {
    for (const [position, reference] of summary.supplements.entries()) {
      const target = index.find(reference)?.summary;
      if (target?.type === undefined || target.type === "Standard" || target.type === "Supplement") continue;
      yield {
        message: `\`${reference}\` is of type \`${target.type}\`; a supplement extends a \`Standard\`.`,
        span: listItem(document, "supplements", position),
      };
    }
  },
};
