/** Compares two versions of a block that belongs to a demand. */
import type { Nodes, Paragraph, RootContent } from "mdast";

import { judgeSentence, strictest, type Judged } from "../bounds/judge-sentence.ts";
import { findAnyCase } from "../find-demands.ts";
import { splitSentences } from "#core/standards/requirements/split-sentences.ts";
import type { Announcement } from "./announcement.ts";
import { compareCode } from "./compare-code.ts";
import { compareEntries, entriesOf } from "./compare-entries.ts";
import { compareTables } from "./compare-tables.ts";
import { plainText } from "./plain-text.ts";

/** What became of a block; undefined where nothing did. */
export function compareBlock(before: RootContent, after: RootContent, announced: Announcement): Judged | undefined {
  if (before.type === "table" && after.type === "table") return compareTables(before, after, announced);
  if (before.type === "list" && after.type === "list") {
    return compareEntries(withoutDemands(entriesOf(before)), withoutDemands(entriesOf(after)), announced);
  }
  if (before.type === "code" && after.type === "code") return compareCode(before.value, after.value, announced);
  if (before.type === "paragraph" && after.type === "paragraph") return compareParagraphs(before, after, announced);
  const [from, to] = [plainText(before), plainText(after)];
  if (before.type !== after.type) return { effect: from === to ? "none" : "unclear", evidence: "it has another form" };
  return from === to ? undefined : judgeSentence(from, to, announced.place);
}

/** Entries with a key word are demands of their own. */
function withoutDemands(entries: readonly string[]): string[] {
  return entries.filter((entry) => findAnyCase(entry).length === 0);
}

function compareParagraphs(before: Paragraph, after: Paragraph, announced: Announcement): Judged | undefined {
  const [from, to] = [imagesOf(before), imagesOf(after)];
  if (from !== to) return { effect: "unclear", evidence: "it shows another image" };
  const [earlier, later] = [sentencesOf(before), sentencesOf(after)];
  if (earlier.join(" ") === later.join(" ")) return undefined;
  if (earlier.length !== later.length)
    return compareEntries(earlier, later, { ...announced, added: "unclear", removed: "unclear" });
  return strictest(
    earlier.flatMap((sentence, index) => {
      const other = later[index] ?? "";
      return sentence === other ? [] : [judgeSentence(sentence, other, announced.place)];
    }),
  );
}

function sentencesOf(paragraph: Paragraph): string[] {
  return withoutDemands(splitSentences(paragraph.children).map(({ text }) => text));
}

function imagesOf({ children }: Paragraph): string {
  return children.flatMap((child) => (child.type === "image" ? [child.url] : [])).join(" ");
}

/** Two versions of what stands in a section, block by block. */
export function compareSections(
  before: readonly RootContent[],
  after: readonly RootContent[],
  announced: Announcement,
): Judged | undefined {
  const [from, to] = [contentOf(before), contentOf(after)];
  if (from.length !== to.length) {
    const isSame = plainText(...from) === plainText(...to);
    return isSame ? undefined : { effect: "unclear", evidence: "it has more or fewer paragraphs" };
  }
  return strictest(
    from.flatMap((node, index) => {
      const other = to[index];
      return other === undefined ? [] : (compareBlock(node, other, announced) ?? []);
    }),
  );
}

function contentOf(nodes: readonly RootContent[]): Exclude<RootContent, { type: "heading" }>[] {
  return nodes.filter(
    (node: Nodes) => !["heading", "definition", "footnoteDefinition", "html", "thematicBreak"].includes(node.type),
  ) as Exclude<RootContent, { type: "heading" }>[];
}
