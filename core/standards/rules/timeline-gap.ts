import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** There is always a version in force. */
export const timelineGap: Rule = {
  id: "timeline-gap",
  severity: "warning",
  source: scs0001("Deprecation phase (Deprecated)"),
  summary: "A document is not deprecated before its next version is stable.",
  *check({ document, summary, index }) {
    const { series, version, deprecatedAt } = summary;
    if (series !== "v" || version === undefined || deprecatedAt === undefined) return;
    const next = index
      .ofNumber(summary.number)
      .find((other) => other.summary.series === "v" && other.summary.version === version + 1)?.summary;
    if (next?.stabilizedAt === undefined || next.stabilizedAt <= deprecatedAt) return;
    yield {
      message: `\`deprecated_at\` is ${deprecatedAt}, but \`${next.documentId}.md\` is stable only from ${next.stabilizedAt}; expected no day without a version in force.`,
      span: fieldValue(document, "deprecated_at"),
    };
  },
};
