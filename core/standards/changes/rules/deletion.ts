import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { isSupplement } from "../classify-document.ts";
import { hasSimilarText } from "../pair-documents.ts";
import { addedPrimaries, type ChangeRule } from "./change-rule.ts";

/** What was published stays findable, with its status. */
export const deletion: ChangeRule = {
  id: "change/deletion",
  severity: "error",
  source: scs0001("Rejection"),
  summary: "A document is rejected or deprecated, not deleted.",
  *check(change) {
    for (const { before, after } of change.documents) {
      if (after !== undefined || before.name === undefined || before.name.number === "xxxx") continue;
      const { status } = before.summary;
      const heir = addedPrimaries(change).find((side) => hasSimilarText(before, side));
      if (heir !== undefined) {
        const message = `The document goes on as \`${heir.document.fileName}\`; links to its number would break. Keep the number.`;
        yield { side: before, message };
        continue;
      }
      if (isSupplement(before)) {
        yield { side: before, severity: "note", message: "The supplement is gone; links to its page will break." };
      } else if (status === "Draft" || status === undefined) {
        const message =
          "The Draft is gone; a proposal that failed becomes `Rejected`, so that the next one can learn from it.";
        yield { side: before, severity: "warning", message };
      } else {
        const message = `The document was \`${status}\` and is gone; others refer to it. ${status === "Stable" ? "Deprecate it instead." : "Keep it."}`;
        yield { side: before, message };
      }
    }
  },
};
