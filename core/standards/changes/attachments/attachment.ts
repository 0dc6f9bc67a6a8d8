/** What belongs to a demand besides its words: what it announces and what it points to. */
import type { Nodes, RootContent } from "mdast";

import type { FoundDemand } from "../find-demands.ts";
import type { ParsedDocument } from "#core/standards/documents/read-document.ts";

import { mapOf, type DocumentMap } from "./document-map.ts";
import { plainText } from "./plain-text.ts";

/** A demand in its document. */
export interface PlacedDemand {
  readonly demand: FoundDemand;
  readonly map: DocumentMap;
}

/** A demand with the map of its document. */
export function place(document: ParsedDocument, demand: FoundDemand): PlacedDemand {
  return { demand, map: mapOf(document) };
}

/** A block that a demand announces. */
export interface AnnouncedBlock {
  readonly node: RootContent;
  /** What the chain of the verdict calls it. */
  readonly name: string;
  /** The sentence beside the demand that announces it; undefined for the demand itself. */
  readonly by: string | undefined;
  /** It stands below a heading that only recommends, or leaves the choice. */
  readonly isAdvice: boolean;
}

const NAMES: Readonly<Partial<Record<RootContent["type"], string>>> = {
  table: "the table",
  list: "the list",
  code: "the code",
  blockquote: "the quotation",
};
const POINTS_DOWN = /\b(?:below|following|as follows|this table|these|this list|next table)\b/i;
const POINTS_UP =
  /\b(?:above|preceding|previous) (?:table|list|figure|code|values?|entries|schema)\b|\b(?:table|list|figure|code|values?|entries|schema) above\b/i;

/** The blocks that a demand, or a sentence beside it, announces. */
export function announcedBlocks({ demand, map }: PlacedDemand): AnnouncedBlock[] {
  const { previous } = map.neighborsOf(demand.block);
  const last = demand.beside.at(-1);
  const blocks: AnnouncedBlock[] = [];
  if (demand.isLast && announces(demand.text)) blocks.push(...blocksAfter(demand.block, map, undefined));
  else if (demand.endsBeside && last !== undefined && announces(last))
    blocks.push(...blocksAfter(demand.block, map, last));
  else if (POINTS_DOWN.test(demand.text)) blocks.push(...blocksAfter(demand.block, map, undefined));
  if (POINTS_UP.test(demand.text)) blocks.push(...toBlock(previous, undefined));
  return blocks;
}

/** The next block; where a heading follows, the tables, lists and code of the sections below it. */
function blocksAfter(block: Nodes, map: DocumentMap, by: string | undefined): AnnouncedBlock[] {
  const { next } = map.neighborsOf(block);
  if (next?.type !== "heading") return toBlock(next, by);
  const blocks: AnnouncedBlock[] = [];
  let heading = next;
  for (let node: RootContent | undefined = next; node !== undefined; node = map.neighborsOf(node).next) {
    if (node.type === "heading" && node.depth < next.depth) break;
    if (node.type === "heading") heading = node;
    if (node.type !== "table" && node.type !== "list" && node.type !== "code") continue;
    const title = plainText(heading);
    const isAdvice = /\b(?:recommended|optional|example|informative)\b/i.test(title);
    blocks.push(...toBlock(node, by).map((one) => ({ ...one, name: `${one.name} of "${title}"`, isAdvice })));
  }
  return blocks;
}

function announces(text: string): boolean {
  // "A control plane MUST have", and a list goes on from there.
  return !/[.!?]["”)\]]?$/.test(text) || POINTS_DOWN.test(text);
}

function toBlock(node: RootContent | undefined, by: string | undefined): AnnouncedBlock[] {
  if (node === undefined) return [];
  const isFigure = node.type === "paragraph" && node.children.some(({ type }) => type === "image");
  const name = isFigure ? "the figure" : NAMES[node.type];
  return name === undefined ? [] : [{ node, name, by, isAdvice: false }];
}
