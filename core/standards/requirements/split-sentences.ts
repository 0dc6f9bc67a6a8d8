/** Cuts the text of a block (paragraph, table cell) into sentences without breaking what is inside it apart. */
import type { PhrasingContent } from "mdast";

/** A sentence of a block, with the nodes that it is made of. */
export interface Sentence {
  readonly nodes: readonly PhrasingContent[];
  /** As a reader sees it, code in backticks, white space collapsed. */
  readonly text: string;
  /** The same with code blanked out: what is said, not what is quoted. Not collapsed. */
  readonly said: string;
  /** Line in the source; undefined where the nodes stand for no source. */
  readonly line: number | undefined;
}

/** A direct child of the block, written out. Both texts have the same length. */
interface Piece {
  readonly node: PhrasingContent;
  readonly shown: string;
  readonly said: string;
}

/** Ends of words with a period that ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs|resp|incl|approx|No|Nr|Sec|Fig|ca|[A-Za-z])\.$/;
const BOUNDARY = /[.!?]["”’»)\]]*\s+(?=`|["“„‘«([]?[\p{Lu}\p{N}])/gu;

/**
 * The sentences of a block in order. A sentence ends only between direct children or inside a direct text child, so a
 * link or an emphasis is never cut in two.
 */
export function splitSentences(children: readonly PhrasingContent[]): Sentence[] {
  const pieces = children.map(toPiece);
  const said = pieces.map((piece) => piece.said).join("");
  const cuts = cutsBetween(pieces, findCuts(said));
  const sentences: Sentence[] = [];
  let open: Piece[] = [];
  let offset = 0;
  for (const piece of pieces) {
    let rest = piece;
    for (let cut = cuts[0]; cut !== undefined && cut <= offset + rest.said.length; cut = cuts[0]) {
      const [before, after] = cutPiece(rest, cut - offset);
      cuts.shift();
      sentences.push(toSentence([...open, ...before]));
      open = [];
      offset = cut;
      rest = after;
    }
    if (rest.shown !== "") open.push(rest);
    offset += rest.said.length;
  }
  if (open.length > 0) sentences.push(toSentence(open));
  return sentences;
}

/** Offsets at which a sentence begins, other than 0. */
function findCuts(said: string): number[] {
  const cuts: number[] = [];
  for (const match of said.matchAll(BOUNDARY)) {
    const before = said.slice(Math.max(0, match.index - 12), match.index + 1);
    if (match[0].startsWith(".") && ABBREVIATION.test(before)) continue;
    cuts.push(match.index + match[0].length);
  }
  return cuts;
}

/** The cuts that fall between pieces or into text; inside anything else there is no cutting. */
function cutsBetween(pieces: readonly Piece[], cuts: readonly number[]): number[] {
  let start = 0;
  let next = 0;
  const possible: number[] = [];
  for (const { node, said } of pieces) {
    const end = start + said.length;
    for (let cut = cuts[next]; cut !== undefined && cut <= end; next += 1, cut = cuts[next]) {
      if (node.type === "text" || cut === end) possible.push(cut);
    }
    start = end;
  }
  return possible;
}

/** A piece cut at an offset of its own. */
function cutPiece(piece: Piece, at: number): [Piece[], Piece] {
  if (at <= 0) return [[], piece];
  if (at >= piece.said.length || piece.node.type !== "text") return [[piece], { ...piece, shown: "", said: "" }];
  const { value, position } = piece.node;
  const start = position?.start;
  const tail = {
    type: "text" as const,
    value: value.slice(at),
    ...(start === undefined || position === undefined
      ? {}
      : { position: { ...position, start: { ...start, line: start.line + countNewlines(value.slice(0, at)) } } }),
  };
  const head = { ...piece.node, value: value.slice(0, at) };
  return [[toPiece(head)], toPiece(tail)];
}

function toSentence(pieces: readonly Piece[]): Sentence {
  const shown = pieces.map((piece) => piece.shown).join("");
  const said = pieces.map((piece) => piece.said).join("");
  const first = pieces.find((piece) => piece.node.position !== undefined && piece.shown.trim() !== "");
  const lead = first === undefined ? 0 : countNewlines(/^\s*/.exec(first.shown)?.[0] ?? "");
  const line = first?.node.position?.start.line;
  return {
    nodes: pieces.map((piece) => piece.node),
    text: collapse(shown),
    said,
    line: line === undefined ? undefined : line + lead,
  };
}

function toPiece(node: PhrasingContent): Piece {
  const { shown, said } = writeOut(node);
  // Only text at the top may end a sentence: elsewhere punctuation becomes a letter.
  return { node, shown, said: node.type === "text" ? said : said.replaceAll(/[.!?]/g, "x") };
}

/** What a reader sees of a node, and the same with code blanked out; equal lengths. */
export function writeOut(node: PhrasingContent): { readonly shown: string; readonly said: string } {
  if (node.type === "text") return { shown: node.value, said: node.value };
  if (node.type === "break") return { shown: "\n", said: "\n" };
  if (node.type === "inlineCode") {
    return { shown: `\`${node.value}\``, said: `\`${"x".repeat(node.value.length)}\`` };
  }
  if (!("children" in node)) return { shown: "", said: "" };
  const parts = node.children.map(writeOut);
  return { shown: parts.map(({ shown }) => shown).join(""), said: parts.map(({ said }) => said).join("") };
}

/** White space as one blank each, none at the ends. */
export function collapse(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function countNewlines(text: string): number {
  return text.split("\n").length - 1;
}
