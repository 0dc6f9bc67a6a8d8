import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { isSupplement } from "../classify-document.ts";
import type { ChangeRule } from "./change-rule.ts";

/** A supplement may change at any time, so no status could say anything about it. */
export const supplementStatus: ChangeRule = {
  id: "change/supplement-status",
  severity: "error",
  source: scs0001("Document format"),
  summary: "A supplement has no status.",
  *check(change) {
    for (const { before, after } of change.documents) {
      if (after === undefined || !isSupplement(after) || !after.document.frontMatter.fields.has("status")) continue;
      // What it had before is not the fault of this change.
      if (before !== undefined && isSupplement(before) && before.document.frontMatter.fields.has("status")) continue;
      yield { side: after, field: "status", message: "A supplement has no status; remove the field." };
    }
  },
};
