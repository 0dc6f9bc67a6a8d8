import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Readers find one version in force. */
export const oneStableVersion: Rule = {
  id: "one-stable-version",
  severity: "error",
  source: scs0001("Deprecation phase (Deprecated)"),
  summary: "At most one version of a number is Stable.",
  *check({ document, summary, index }) {
    if (summary.status !== "Stable" || summary.series === "w") return;
    const newer = index
      .ofNumber(summary.number)
      .filter(
        (other) =>
          other.path !== document.path &&
          other.summary.series !== "w" &&
          other.summary.status === "Stable" &&
          (other.summary.version ?? 0) > (summary.version ?? 0),
      );
    for (const { summary: other } of newer) {
      yield {
        message: `The status is \`Stable\` here and in \`${other.documentId}.md\`; expected \`Deprecated\` with \`deprecated_at\` and \`replaced_by\` here, as the other is newer.`,
        span: fieldValue(document, "status"),
      };
    }
  },
};
