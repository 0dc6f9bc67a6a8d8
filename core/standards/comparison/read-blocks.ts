/**
 * Reads the HTML that `renderMarkdown` writes (lower-case tags, quoted attributes, escaped text) as a sequence of blocks.
 * Linear, without a tree: a diff of two long documents must fit into a request. Not for the HTML of others.
 */
import { table, type Table } from "#core/base/table.ts";
import { CELL_BORDER, type BlockKind, type Mark, type MarkSet, type TextBlock, type Word } from "./text-block.ts";

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g;
const WORD = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

const BLOCK_KINDS: Table<BlockKind> = table({
  p: "paragraph",
  li: "item",
  dt: "term",
  dd: "meaning",
  tr: "row",
  pre: "code",
  blockquote: "quote",
});
const HEADING = /^h([1-6])$/;
const LISTS = new Set(["ul", "ol"]);
/** Elements around blocks: they end the block before them. */
const CONTAINERS = new Set(["div", "section", "aside", "table", "thead", "tbody", "dl", "hr", "ul", "ol"]);
const MARKS = new Set(["strong", "em", "del", "code", "sup", "a"]);
const NO_MARKS: MarkSet = { key: "", marks: [] };
const MAX_MARKS = 20;

interface OpenBlock {
  readonly tag: string;
  readonly kind: BlockKind;
  readonly depth: number;
}

/** The blocks of a rendered text in order; empty ones are left out. */
export function readBlocks(html: string): TextBlock[] {
  const reader = new BlockReader();
  for (const [, slash, tag, attributes = "", text] of html.matchAll(TOKEN)) {
    if (text !== undefined) reader.text(decodeText(text));
    else if (slash === "/") reader.close(tag ?? "");
    else reader.open(tag ?? "", attributes);
  }
  return reader.end();
}

class BlockReader {
  readonly #blocks: TextBlock[] = [];
  readonly #open: OpenBlock[] = [];
  /** The sets that were valid before each open mark. */
  readonly #outerSets: MarkSet[] = [];
  readonly #sets = new Map<string, MarkSet>([["", NO_MARKS]]);
  #set = NO_MARKS;
  #words: Word[] = [];
  #listDepth = 0;
  /** Cells of the current row that began. */
  #cells = 0;
  /** Inside a link that is no part of the text: to the heading itself, back from a footnote. */
  #isSkipping = false;

  open(tag: string, attributes: string): void {
    if (tag === "a" && /class="(?:heading-anchor|data-footnote-backref)|data-footnote-backref/.test(attributes)) {
      this.#isSkipping = true;
      return;
    }
    if (LISTS.has(tag)) this.#listDepth += 1;
    if (tag === "td" || tag === "th") this.#cell();
    if (tag === "br") this.text("\n");
    if (MARKS.has(tag) && this.#open.at(-1)?.kind !== "code") this.#pushMark(tag, attributes);
    const kind = HEADING.test(tag) ? "heading" : BLOCK_KINDS[tag];
    if (kind === undefined && !CONTAINERS.has(tag)) return;
    this.#flush();
    this.#cells = 0;
    if (kind !== undefined) this.#open.push({ tag, kind, depth: this.#depthOf(tag, kind) });
  }

  close(tag: string): void {
    if (tag === "a" && this.#isSkipping) {
      this.#isSkipping = false;
      return;
    }
    if (MARKS.has(tag) && this.#open.at(-1)?.kind !== "code") this.#popMark();
    const isBlock = HEADING.test(tag) || BLOCK_KINDS[tag] !== undefined;
    if (!isBlock && !CONTAINERS.has(tag)) return;
    this.#flush();
    if (isBlock && this.#open.at(-1)?.tag === tag) this.#open.pop();
    if (LISTS.has(tag)) this.#listDepth -= 1;
  }

  text(text: string): void {
    if (this.#isSkipping) return;
    const isCode = this.#open.at(-1)?.kind === "code";
    for (const [word] of text.matchAll(WORD)) {
      const isBlank = !isCode && /^\s/.test(word);
      if (isBlank && [undefined, " ", CELL_BORDER].includes(this.#words.at(-1)?.text)) continue;
      this.#words.push({ text: isBlank ? " " : word, set: this.#set });
    }
  }

  end(): TextBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    const words = this.#words;
    while (words.at(-1)?.text === " ") words.pop();
    this.#words = [];
    if (words.every(({ text }) => text === CELL_BORDER)) return;
    const { kind, depth } = this.#around();
    this.#blocks.push({ kind, depth, words });
  }

  /** A paragraph inside a list item, a quotation or a definition is shown as these. */
  #around(): Pick<OpenBlock, "kind" | "depth"> {
    const inner = this.#open.at(-1);
    if (inner === undefined) return { kind: "paragraph", depth: 1 };
    const outer = this.#open.at(-2);
    return inner.kind === "paragraph" && outer !== undefined ? outer : inner;
  }

  #depthOf(tag: string, kind: BlockKind): number {
    if (kind === "heading") return Number(HEADING.exec(tag)?.[1] ?? 1);
    return kind === "item" ? this.#listDepth : 1;
  }

  #cell(): void {
    while (this.#words.at(-1)?.text === " ") this.#words.pop();
    if (this.#cells > 0) this.#words.push({ text: CELL_BORDER, set: NO_MARKS });
    this.#cells += 1;
  }

  #pushMark(tag: string, attributes: string): void {
    this.#outerSets.push(this.#set);
    const mark = toMark(tag as Mark["tag"], attributes);
    if (mark === undefined || this.#set.marks.length >= MAX_MARKS) return;
    const key = `${this.#set.key}\u0003${mark.tag} ${mark.href ?? ""}`;
    const known = this.#sets.get(key) ?? { key, marks: [...this.#set.marks, mark] };
    this.#sets.set(key, known);
    this.#set = known;
  }

  #popMark(): void {
    this.#set = this.#outerSets.pop() ?? NO_MARKS;
  }
}

/** Marks of our own making (key words and the links to their definition) say nothing about the text. */
function toMark(tag: Mark["tag"], attributes: string): Mark | undefined {
  if (tag === "em" && attributes.includes('class="rfc2119"')) return undefined;
  if (tag !== "a") return { tag };
  const href = decodeText(/\shref="([^"]*)"/.exec(attributes)?.[1] ?? "");
  return href === "" || href === "#key-words" ? undefined : { tag, href };
}

const NAMED: Table<string> = table({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00A0" });

function decodeText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,6}));/g, (reference, hex, decimal, name) => {
    if (typeof name === "string") return NAMED[name] ?? reference;
    const point = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
  });
}
