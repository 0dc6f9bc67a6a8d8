import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import type { Change, DocumentSide } from "../change.ts";
import { isSupplement } from "../classify-document.ts";
import { editedDocuments, type ChangeReport, type ChangeRule } from "./change-rule.ts";

/** How a description says so. */
const NAMED = { type: /\btype\b/i, track: /\btrack\b/i };

/** Type and track say what a document is for and who decides about it. */
export const identity: ChangeRule = {
  id: "change/identity",
  severity: "error",
  source: scs0001("Process"),
  summary: "Type and track stay; on a Draft they change only when the description says so.",
  *check(change) {
    for (const { before, after } of editedDocuments(change)) {
      if (isSupplement(before) && isSupplement(after)) continue;
      yield* judge("type", before, after, change);
      yield* judge("track", before, after, change);
    }
  },
};

/** The file name says which track and type are right; whoever follows it repairs a slip. */
function repairs(field: "type" | "track", { name, summary }: DocumentSide, { tracks }: Change): boolean {
  if (name === undefined) return false;
  if (field === "type") return name.series === "w" && summary.type === "Supplement";
  const right = tracks.find(({ digit }) => digit === Number(name.number[1]));
  return right !== undefined && right.id === summary.track;
}

function* judge(
  field: "type" | "track",
  before: DocumentSide,
  after: DocumentSide,
  change: Change,
): Iterable<ChangeReport> {
  const [from, to] = [before.summary[field], after.summary[field]];
  if (from === undefined || from === to || repairs(field, after, change)) return;
  const what = `The ${field} was \`${from}\` and ${to === undefined ? "is gone" : `became \`${to}\``}`;
  if (before.summary.status !== "Draft" && before.summary.status !== undefined) {
    yield {
      side: after,
      field,
      isWaivable: true,
      message: `${what}, but the document was \`${before.summary.status}\`.`,
    };
  } else if (!NAMED[field].test(change.description)) {
    yield { side: after, field, severity: "warning", message: `${what}; say so in the description.` };
  }
}
