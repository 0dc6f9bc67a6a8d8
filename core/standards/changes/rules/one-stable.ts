import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { isSupplement } from "../classify-document.ts";
import type { ChangeRule } from "./change-rule.ts";

/** Two Stable versions of one number leave open which of them counts. */
export const oneStable: ChangeRule = {
  id: "change/one-stable",
  severity: "error",
  source: scs0001("Stabilized phase (Stable)"),
  summary: "A document becomes Stable when no other version of its number is.",
  *check(change) {
    for (const { after, before } of change.documents) {
      if (after?.summary.status !== "Stable" || before?.summary.status === "Stable" || isSupplement(after)) continue;
      const rival = change.head.find(
        (other) =>
          other !== after &&
          other.summary.status === "Stable" &&
          !isSupplement(other) &&
          other.name?.number === after.name?.number &&
          after.name !== undefined &&
          after.name.number !== "xxxx",
      );
      if (rival === undefined || rival.summary.deprecatedAt !== undefined) continue;
      const message = `\`${rival.document.fileName}\` is Stable too; deprecate it from the day on which this one is Stable.`;
      yield { side: after, field: "status", message };
    }
  },
};
