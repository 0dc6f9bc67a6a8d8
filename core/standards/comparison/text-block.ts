/** A rendered text as a sequence of blocks: what a diff compares and shows. */

/** How a stretch of text is set. */
export interface Mark {
  readonly tag: "strong" | "em" | "del" | "code" | "sup" | "a";
  /** Target of an `a`. */
  readonly href?: string;
}

/** All marks of a word, from the outside in. Words with equal marks share one object. */
export interface MarkSet {
  readonly key: string;
  readonly marks: readonly Mark[];
}

/** A word, a run of blanks, a punctuation character, or the border of a table cell (`\u001F`). */
export interface Word {
  readonly text: string;
  readonly set: MarkSet;
}

/** What a block is; `row` is a row of a table, `code` keeps its line breaks. */
export type BlockKind = "heading" | "paragraph" | "item" | "term" | "meaning" | "row" | "code" | "quote";

/** The smallest piece of a text that stands on its own: a paragraph, a list item without its sublists, a table row. */
export interface TextBlock {
  readonly kind: BlockKind;
  /** Rank of a heading, nesting of a list item; 1 for everything else. */
  readonly depth: number;
  readonly words: readonly Word[];
}

/** Stands between the cells of a row. */
export const CELL_BORDER = "\u001F";

/** Two words are equal when a reader sees the same. */
export function wordKey({ text, set }: Word): string {
  return set.key === "" ? text : `${text}\u0000${set.key}`;
}

/** Two blocks are equal when they are of one kind and all words are. */
export function blockKey({ kind, depth, words }: TextBlock): string {
  return `${kind} ${depth}\u0001${words.map(wordKey).join("\u0002")}`;
}
