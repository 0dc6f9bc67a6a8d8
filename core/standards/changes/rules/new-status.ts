import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { addedPrimaries, type ChangeRule } from "./change-rule.ts";

/** Nobody can rely on a document that nobody has tried. */
export const newStatus: ChangeRule = {
  id: "change/new-status",
  severity: "error",
  source: scs0001("Proposal phase"),
  summary: "A new document is a Draft; a Decision Record may start Stable.",
  *check(change) {
    for (const side of addedPrimaries(change)) {
      const { status, type } = side.summary;
      if (side.name === undefined || status === "Draft" || (status === "Stable" && type === "Decision Record"))
        continue;
      const written = side.document.frontMatter.fields.get("status")?.value;
      const actual =
        typeof written === "string" ? `The new document is \`${written}\`` : "The new document has no status";
      yield { side, field: "status", message: `${actual}; expected \`Draft\`.` };
    }
  },
};
