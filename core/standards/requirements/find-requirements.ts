/** Finds the normative sentences of a Markdown tree. Pure; the walk is not recursive, hostile nesting costs no stack. */
import GithubSlugger from "github-slugger";
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, TableCell, TableRow } from "mdast";
import { toString } from "mdast-util-to-string";

import { compareLevels, findKeyWords, refersToDefinition, type KeyWord, type RequirementLevel } from "./key-words.ts";
import type { NormativeSentence } from "./normative-sentence.ts";
import { collapse, splitSentences, writeOut, type Sentence } from "./split-sentences.ts";

/** A block of the tree with its sentences; `found` is undefined for a sentence that demands nothing. */
export interface BlockSentences {
  readonly block: Paragraph | TableCell;
  readonly sentences: readonly { readonly sentence: Sentence; readonly found: NormativeSentence | undefined }[];
}

/** Most normative sentences that are kept of one document; the longest of the SCS has fewer than a hundred. */
export const MAX_REQUIREMENTS = 1_000;
const MAX_DETAILS_LENGTH = 2_000;
const MAX_TEXT_LENGTH = 2_000;

/** Finds the words of a text that make it a demand. */
export type KeyWordFinder = (text: string) => readonly KeyWord[];

/**
 * The blocks that hold normative sentences, in the order of the text: paragraphs, list items, cells below the head of a
 * table. Headings name, code shows and block quotes repeat what others demand, so they demand nothing; neither does a
 * sentence that defines the key words. What makes a demand is the finder's choice (default: capitalized key words).
 */
export function findRequirements(root: Root, findWords: KeyWordFinder = findKeyWords): BlockSentences[] {
  const slugger = new GithubSlugger();
  const blocks: BlockSentences[] = [];
  let section: string | undefined;
  let line = 1;
  let count = 0;
  for (const { node, next, rowStart } of walkBlocks(root)) {
    line = node.position?.start.line ?? line;
    if (node.type === "heading") {
      section = slugger.slug(toString(node));
      continue;
    }
    const sentences = splitSentences(node.children).map((sentence, index, all) => {
      const details = index === all.length - 1 && sentence.text.endsWith(":") ? announced(next, findWords) : undefined;
      const around = { section, line, rowStart, details };
      const found = count < MAX_REQUIREMENTS ? judge(sentence, around, findWords) : undefined;
      if (found !== undefined) count += 1;
      return { sentence, found };
    });
    if (sentences.some(({ found }) => found !== undefined)) blocks.push({ block: node, sentences });
  }
  return blocks;
}

/** The normative sentences alone. */
export function normativeSentences(blocks: readonly BlockSentences[]): NormativeSentence[] {
  return blocks.flatMap(({ sentences }) => sentences.flatMap(({ found }) => found ?? []));
}

interface Surroundings {
  readonly section: string | undefined;
  readonly line: number;
  /** The first cell of the row, for every other cell of it. */
  readonly rowStart: string | undefined;
  readonly details: string | undefined;
}

function judge(sentence: Sentence, around: Surroundings, findWords: KeyWordFinder): NormativeSentence | undefined {
  const keyWords = findWords(sentence.said);
  if (keyWords.length === 0 || refersToDefinition(sentence.said)) return undefined;
  const level = keyWords.reduce<RequirementLevel>(
    (strongest, keyWord) => (compareLevels(keyWord.level, strongest) > 0 ? keyWord.level : strongest),
    "MAY",
  );
  const text = around.rowStart === undefined ? sentence.text : `${around.rowStart}: ${sentence.text}`;
  return {
    keyWords: keyWords.map(({ word }) => word),
    level,
    text: text.slice(0, MAX_TEXT_LENGTH),
    ...(around.details === undefined ? {} : { details: around.details }),
    ...(around.section === undefined ? {} : { section: around.section }),
    line: sentence.line ?? around.line,
  };
}

interface Step {
  readonly node: Extract<Nodes, { type: "paragraph" | "tableCell" | "heading" }>;
  /** What follows on the same level. */
  readonly next: RootContent | undefined;
  readonly rowStart: string | undefined;
}

function* walkBlocks(root: Root): Iterable<Step> {
  const pending: { readonly node: Nodes; readonly next?: RootContent | undefined; readonly rowStart?: string }[] = [
    { node: root },
  ];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { node, next, rowStart } = step;
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      yield { node, next, rowStart };
    } else if (node.type === "table") {
      for (const row of node.children.slice(1).toReversed()) {
        for (const cell of cellsOf(row).toReversed()) pending.push(cell);
      }
    } else if ("children" in node && (node.type !== "blockquote" || node.data?.hName === "dl")) {
      const children = node.children as RootContent[];
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = children[index];
        if (child !== undefined) pending.push({ node: child, next: children[index + 1] });
      }
    }
  }
}

function cellsOf(row: TableRow): { readonly node: TableCell; readonly rowStart?: string }[] {
  const first = row.children[0];
  const rowStart = first === undefined ? "" : textOf(first.children);
  return row.children.map((node, index) => (index === 0 || rowStart === "" ? { node } : { node, rowStart }));
}

function textOf(children: readonly PhrasingContent[]): string {
  return collapse(children.map((child) => writeOut(child).shown).join(""));
}

/** The text of what a colon announces; entries that make a demand of their own are counted there. */
function announced(node: RootContent | undefined, findWords: KeyWordFinder): string | undefined {
  if (node?.type === "code") return cutDetails(node.value);
  if (node?.type !== "list" && node?.type !== "table") return undefined;
  const entries: Nodes[] = node.children;
  const texts = entries.map((entry) => collapse(spacedText(entry))).filter((text) => findWords(text).length === 0);
  return cutDetails(joinEntries(texts));
}

/** Entries in one line; what ends an entry in the list does not stand beside the semicolon. */
function joinEntries(texts: readonly string[]): string {
  return texts
    .map((text, index) => (index === texts.length - 1 ? text : text.replace(/(?:[,;]? (?:and|or)|[,;.])$/, "")))
    .join("; ");
}

/** All text below a node, a blank between neighbors. */
function spacedText(top: Nodes): string {
  const parts: string[] = [];
  const pending: Nodes[] = [top];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "text" || node.type === "code") parts.push(node.value);
    else if (node.type === "inlineCode") parts.push(`\`${node.value}\``);
    else if ("children" in node) {
      if (node.type !== "listItem" && parts.length > 0) parts.push(" ");
      for (const child of node.children.toReversed()) pending.push(child);
    }
  }
  return parts.join("");
}

function cutDetails(text: string): string | undefined {
  const collapsed = collapse(text);
  return collapsed === "" ? undefined : collapsed.slice(0, MAX_DETAILS_LENGTH);
}
