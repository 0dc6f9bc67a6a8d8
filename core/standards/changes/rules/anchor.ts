import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { mapOf } from "../attachments/document-map.ts";
import type { Change } from "../change.ts";
import { editedDocuments, type ChangeReport, type ChangeRule, type EditedDocument } from "./change-rule.ts";

/** Places that are named in a message; more are counted. */
const MAX_SHOWN = 3;

/** Test cases, certificates and other documents link to the sections of a Stable document. */
export const anchor: ChangeRule = {
  id: "change/anchor",
  severity: "warning",
  source: scs0001("Stabilized phase (Stable)"),
  summary: "A heading of a Stable document to which others link keeps its text, which is its address.",
  *check(change) {
    for (const document of editedDocuments(change)) {
      if (document.before.summary.status === "Stable" && !document.hasSameBody) yield* judge(document, change);
    }
  },
};

function* judge({ before, after }: EditedDocument, change: Change): Iterable<ChangeReport> {
  const left = mapOf(after.document).sections;
  for (const [id, { title }] of mapOf(before.document).sections) {
    if (left.has(id)) continue;
    const places = linksTo(after.document.fileName.replace(/\.md$/, ""), id, change);
    if (places.length === 0) continue;
    const more = places.length > MAX_SHOWN ? ` and ${places.length - MAX_SHOWN} more` : "";
    const shown = places.slice(0, MAX_SHOWN).map((place) => `\`${place}\``);
    const message = `The heading "${title}" is gone, and with it the anchor \`#${id}\`, to which ${shown.join(", ")}${more} link. Keep the heading, or change the links as well.`;
    yield { side: after, message };
  }
}

/** Where other documents and the files around them link to an anchor, as `path:line`. */
function linksTo(documentId: string, id: string, { head, references }: Change): string[] {
  const decoder = new TextDecoder("utf-8");
  const texts = [
    ...head
      .filter(({ document }) => document.fileName !== `${documentId}.md`)
      .map(({ path, document }) => [path, document.text] as const),
    ...references.map(({ path, bytes }) => [path, decoder.decode(bytes)] as const),
  ];
  return texts.flatMap(([path, text]) =>
    linesWith(text, [`${documentId}#${id}`, `${documentId}.md#${id}`, `${documentId}/#${id}`]).map(
      (line) => `${path}:${line}`,
    ),
  );
}

/** The lines, from 1, that hold one of the addresses and not a longer one. */
function linesWith(text: string, addresses: readonly string[]): number[] {
  if (!addresses.some((address) => text.includes(address))) return [];
  return text.split("\n").flatMap((line, index) => {
    const isThere = addresses.some((address) => {
      const at = line.indexOf(address);
      return at >= 0 && !/^[\w-]/.test(line.slice(at + address.length));
    });
    return isThere ? [index + 1] : [];
  });
}
