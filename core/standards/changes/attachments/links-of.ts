/** The links of a demand, and the sections and footnotes of its document that it speaks of. */
import type { Nodes } from "mdast";

import type { PlacedDemand } from "./attachment.ts";
import { plainText } from "./plain-text.ts";

/** A link as a reader sees it. */
export interface DemandLink {
  readonly text: string;
  readonly url: string;
}

/** A footnote, and how many characters of the sentence stand before its mark. */
export interface FootnoteMark {
  readonly label: string;
  readonly offset: number;
}

/** The links in the order of the text. */
export function linksOf({ demand, map }: PlacedDemand): DemandLink[] {
  const links: DemandLink[] = [];
  for (const node of walk(demand.nodes)) {
    if (node.type === "link") links.push({ text: plainText(node), url: node.url });
    if (node.type === "linkReference")
      links.push({ text: plainText(node), url: map.targets.get(node.identifier) ?? "" });
    if (node.type === "image") links.push({ text: node.alt ?? "", url: node.url });
  }
  return links;
}

/** The footnotes in the order of the text. A mark has no text of its own, so it is looked up in the block. */
export function footnotesOf({ demand: { block, span } }: PlacedDemand): FootnoteMark[] {
  let offset = 0;
  const marks: FootnoteMark[] = [];
  for (const node of walk(block.children)) {
    if (node.type === "text") offset += node.value.length;
    if (node.type === "inlineCode") offset += node.value.length + 2;
    const isInside = offset > span.start && offset <= span.end;
    if (node.type === "footnoteReference" && isInside)
      marks.push({ label: node.identifier, offset: offset - span.start });
  }
  return marks;
}

const QUOTED = /\bsections? ["“]([^"“”]+)["”]/gi;
const NAMED =
  /\b(?:as (?:defined |described |listed |specified )?in|see|of|from) (?:the )?(?:section )?(\p{Lu}[\p{L}\p{N} -]{1,60})/gu;

/** The anchors of the sections that a demand names: by a link, as `section "Limits"`, or as in "as in Terms". */
export function sectionsOf(placed: PlacedDemand): string[] {
  const { demand, map } = placed;
  const anchors = linksOf(placed).flatMap(({ url }) => (url.startsWith("#") ? [url.slice(1)] : []));
  const titles = new Map([...map.sections].map(([anchor, { title }]) => [title.toLowerCase(), anchor]));
  for (const [, title = ""] of demand.text.matchAll(QUOTED)) {
    const anchor = titles.get(title.toLowerCase());
    if (anchor !== undefined) anchors.push(anchor);
  }
  for (const [, text = ""] of demand.text.matchAll(NAMED)) {
    const words = text.toLowerCase().split(" ");
    for (let length = words.length; length > 0; length -= 1) {
      const anchor = titles.get(words.slice(0, length).join(" "));
      if (anchor === undefined) continue;
      anchors.push(anchor);
      break;
    }
  }
  return [...new Set(anchors)].filter((anchor) => map.sections.has(anchor));
}

function* walk(tops: readonly Nodes[]): Iterable<Nodes> {
  const pending: Nodes[] = tops.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if ("children" in node) pending.push(...node.children.toReversed());
  }
}
