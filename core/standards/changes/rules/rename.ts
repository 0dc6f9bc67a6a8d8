import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import { fileNameOf } from "#core/standards/documents/document-id.ts";

import { isSupplement } from "../classify-document.ts";
import { editedDocuments, type ChangeRule } from "./change-rule.ts";

/** The file name is the address of the page; tenders, certificates and other standards link to it. */
export const rename: ChangeRule = {
  id: "change/rename",
  severity: "error",
  source: scs0001("Process"),
  summary: "A document keeps its number and slug from the day on which it was accepted.",
  *check(change) {
    for (const { before, after } of editedDocuments(change)) {
      const [from, to] = [fileNameOf(before.path), fileNameOf(after.path)];
      if (from === to || before.name?.number === "xxxx" || before.name === undefined || isSupplement(after)) continue;
      yield { side: after, message: `\`${from}\` became \`${to}\`; links to the old name would break. Keep the name.` };
    }
  },
};
