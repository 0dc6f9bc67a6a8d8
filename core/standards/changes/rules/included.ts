import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { linksOf } from "../attachments/links-of.ts";
import { place } from "../attachments/attachment.ts";
import type { Change, DocumentSide } from "../change.ts";
import { findDemands } from "../find-demands.ts";
import { editedDocuments, type ChangeReport, type ChangeRule } from "./change-rule.ts";

/** What a demand of a Stable document points to is a part of the demand. */
export const included: ChangeRule = {
  id: "change/included",
  severity: "warning",
  source: scs0001("Stabilized phase (Stable)"),
  summary: "A document that a demand of a Stable one points to changes with those in mind who conform to that one.",
  *check(change) {
    for (const { before, after, hasSameWords } of editedDocuments(change)) {
      // A Stable document is judged by its own demands.
      if (hasSameWords || before.summary.status === "Stable") continue;
      yield* judge(after, change);
    }
  },
};

function* judge(side: DocumentSide, { head }: Change): Iterable<ChangeReport> {
  const { fileName } = side.document;
  const id = fileName.replace(/\.md$/, "");
  for (const { document, summary } of head) {
    const mayPoint = summary.status === "Stable" && document.fileName !== fileName && document.text.includes(id);
    if (!mayPoint) continue;
    const demand = findDemands(document).find((one) =>
      linksOf(place(document, one)).some(({ url }) => leadsTo(url, id)),
    );
    if (demand === undefined) continue;
    const message = `A demand of the Stable \`${document.fileName}\` (line ${demand.line}) points here: "${shorten(demand.text)}". Read whether it asks for more now.`;
    yield { side, message };
  }
}

function leadsTo(url: string, id: string): boolean {
  const [path = ""] = url.split("#");
  return path.replace(/(?:\.md)?\/?$/, "").endsWith(id);
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
