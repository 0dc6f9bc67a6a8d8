import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import { fileNameOf, shortId } from "#core/standards/documents/document-id.ts";

import { isSupplement } from "../classify-document.ts";
import type { DocumentSide } from "../change.ts";
import { collidingIds } from "../pair-documents.ts";
import { editedDocuments, type ChangeRule } from "./change-rule.ts";

/** The file name is the address of the page; tenders, certificates and other standards link to it. */
export const rename: ChangeRule = {
  id: "change/rename",
  severity: "error",
  source: scs0001("Process"),
  summary: "A document keeps its number and slug from the day on which it was accepted.",
  *check(change) {
    const colliding = collidingIds(change.baseNames);
    for (const { before, after } of editedDocuments(change)) {
      const [from, to] = [fileNameOf(before.path), fileNameOf(after.path)];
      if (from === to || before.name?.number === "xxxx" || before.name === undefined || isSupplement(after)) continue;
      const repaired = repairOf(before, after, colliding);
      if (repaired !== undefined) {
        const message = `\`${from}\` became \`${to}\`: ${repaired}. Links to the old name need a redirect.`;
        yield { side: after, severity: "warning", message };
        continue;
      }
      yield { side: after, message: `\`${from}\` became \`${to}\`; links to the old name would break. Keep the name.` };
    }
  },
};

/** What a new name puts right; nobody is kept from that. */
function repairOf(
  { name: from }: DocumentSide,
  { name: to }: DocumentSide,
  colliding: ReadonlySet<string>,
): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (colliding.has(shortId(from)) && from.number !== to.number)
    return `the number \`${from.number}\` belonged to two documents`;
  const isSlug = (slug: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(slug);
  const isSame = shortId(from) === shortId(to);
  return isSame && !isSlug(from.slug) && isSlug(to.slug) ? `the old slug broke the rule for file names` : undefined;
}
