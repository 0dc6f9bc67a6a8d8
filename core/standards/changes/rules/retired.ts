import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { editedDocuments, type ChangeRule } from "./change-rule.ts";

/** A retired document says what was in force once. */
export const retired: ChangeRule = {
  id: "change/retired",
  severity: "error",
  source: scs0001("Deprecation phase (Deprecated)"),
  summary: "The text of a Deprecated or Rejected document stays; links and `replaced_by` may follow the times.",
  *check(change) {
    for (const { before, after, hasSameWords, requirements } of editedDocuments(change)) {
      const { status } = before.summary;
      if ((status !== "Deprecated" && status !== "Rejected") || hasSameWords) continue;
      const demand = requirements.find(({ effect }) => effect === "tightens" || effect === "relaxes");
      if (demand === undefined) {
        const message = `The words of a \`${status}\` document changed; only editorial changes are for it.`;
        yield { side: after, severity: "warning", message };
        continue;
      }
      const line = demand.after?.line;
      const message = `The demands of a \`${status}\` document changed (${demand.evidence}); its text is history.`;
      yield { side: after, message, ...(line === undefined ? {} : { line }) };
    }
  },
};
