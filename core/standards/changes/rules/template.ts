import { findHints } from "#core/standards/rules/parts/find-hints.ts";
import { GOOD_PRACTICE } from "#core/standards/rules/parts/sources.ts";

import type { ChangeRule } from "./change-rule.ts";

/** "Say what MUST hold" binds nobody, and looks as if it did. */
export const template: ChangeRule = {
  id: "change/template",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "No sentence of a template is in a document that becomes Stable, or comes into a Stable one.",
  *check(change) {
    for (const { before, after } of change.documents) {
      if (after?.summary.status !== "Stable") continue;
      const { text, lines } = after.document;
      const known = before?.summary.status === "Stable" ? findHints(before.document.text).length : 0;
      const [hint, ...others] = findHints(text).slice(known);
      if (hint === undefined) continue;
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      const shown = text.slice(hint.start, hint.end).replaceAll(/\s+/g, " ").slice(0, 80);
      yield {
        side: after,
        line: lines.positionAt(hint.start).line,
        message: `\`${shown}\`${more} comes from the template and would bind; expected what the document has to say.`,
      };
    }
  },
};
