/** What stands where in a document: neighbors of blocks, sections, footnotes, defined terms and link targets. */
import GithubSlugger from "github-slugger";
import type { Nodes, Paragraph, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";

import type { ParsedDocument } from "#core/standards/documents/read-document.ts";

import { plainText } from "./plain-text.ts";

/** The blocks around a block, on its own level. */
export interface Neighbors {
  readonly previous: RootContent | undefined;
  readonly next: RootContent | undefined;
}

/** A heading with what stands below it, up to the next heading of its rank. */
export interface SectionContent {
  readonly title: string;
  readonly nodes: readonly RootContent[];
}

/** Where the parts of a document are that its demands may speak of. */
export interface DocumentMap {
  neighborsOf(block: Nodes): Neighbors;
  /** By anchor. */
  readonly sections: ReadonlyMap<string, SectionContent>;
  /** By label. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** By term in lower case. */
  readonly terms: ReadonlyMap<string, string>;
  /** Addresses of reference links by label. */
  readonly targets: ReadonlyMap<string, string>;
}

const maps = new WeakMap<ParsedDocument, DocumentMap>();
const MAX_TERM = 100;

/** The map of a document; drawn once. */
export function mapOf(document: ParsedDocument): DocumentMap {
  const known = maps.get(document) ?? drawMap(document);
  maps.set(document, known);
  return known;
}

function drawMap(document: ParsedDocument): DocumentMap {
  const root = document.markdown();
  const neighbors = new Map<Nodes, Neighbors>();
  const footnotes = new Map<string, string>();
  const terms = new Map<string, string>();
  const targets = new Map<string, string>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "footnoteDefinition") footnotes.set(node.identifier, plainText(...node.children));
    if (node.type === "definition") targets.set(node.identifier, node.url);
    if (node.type === "paragraph") for (const [term, meaning] of termsIn(node, document.text)) terms.set(term, meaning);
    if (!("children" in node)) continue;
    const children = node.children as RootContent[];
    for (const [index, child] of children.entries()) {
      neighbors.set(child, { previous: children[index - 1], next: children[index + 1] });
      pending.push(child);
    }
  }
  const nobody: Neighbors = { previous: undefined, next: undefined };
  return {
    neighborsOf: (block) => neighbors.get(block) ?? nobody,
    sections: sectionsOf(root),
    footnotes,
    terms,
    targets,
  };
}

function sectionsOf(root: Root): Map<string, SectionContent> {
  const slugger = new GithubSlugger();
  const sections = new Map<string, SectionContent>();
  for (const [index, heading] of root.children.entries()) {
    if (heading.type !== "heading") continue;
    const title = toString(heading);
    const end = root.children.findIndex(
      (node, at) => at > index && node.type === "heading" && node.depth <= heading.depth,
    );
    const nodes = root.children.slice(index + 1, end < 0 ? undefined : end);
    sections.set(slugger.slug(title), { title, nodes });
  }
  return sections;
}

/** Between a term and its meaning, and the longest term. */
const SAID = /(?<=\S)\s+(?:means?|is defined as|denotes?|refers? to|stands? for)\s/;
const MAX_SAID_TERM = 100;

/** `Term` on a line of its own with its meaning below it, or "*Term* means …". */
function termsIn(paragraph: Paragraph, source: string): [string, string][] {
  const text = toString(paragraph);
  const [first = "", ...rest] = text.split("\n");
  const isShort = first.trim() !== "" && first.length <= MAX_TERM && !/[.:;,!?]$/.test(first.trimEnd());
  if (rest.length > 0 && isShort && (rest[0]?.startsWith(":") === true || isIndented(paragraph, source))) {
    const meaning = rest.join(" ").replace(/^:\s*/, "");
    return [[keyOf(first), meaning.replaceAll(/\s+/g, " ").trim()]];
  }
  const said = SAID.exec(text);
  const term = said === null || said.index > MAX_SAID_TERM ? undefined : text.slice(0, said.index);
  const meaning = said === null ? undefined : text.slice(said.index + said[0].length);
  const isMarked =
    paragraph.children[0]?.type === "emphasis" || paragraph.children[0]?.type === "strong" || /^["“]/.test(text);
  return term !== undefined && meaning !== undefined && isMarked
    ? [[keyOf(term), meaning.replaceAll(/\s+/g, " ").trim()]]
    : [];
}

function isIndented({ position }: Paragraph, source: string): boolean {
  const lines = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split("\n");
  return lines.length > 1 && lines.slice(1).every((line) => line.startsWith("  "));
}

/** Without quotation marks, and without the abbreviation behind it. */
function keyOf(term: string): string {
  return term
    .replaceAll(/["“”*]/g, "")
    .trimEnd()
    .replace(/\([^()]*\)$/, "")
    .trim()
    .toLowerCase();
}
