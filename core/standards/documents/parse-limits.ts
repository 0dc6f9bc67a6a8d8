import { unclosedCost } from "./unclosed-markup.ts";

/**
 * What a Markdown text may cost. The parser is quadratic in the markup of one paragraph, in what is opened there and never
 * closed, in underlined headings and in nesting, the renderer in what fills up short rows; these limits are far beyond any
 * document made by a person and keep the worst accepted text to a second or two.
 */

/** Longest line, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 50_000;
/** Most lines; the longest document of the SCS has under 1,000. */
export const MAX_LINES = 10_000;
/** Deepest nesting of lists, quotes and admonitions. */
export const MAX_NESTING = 100;
/** Highest sum of the nesting of all lines: the parser looks at every container again on each line. */
const MAX_NESTING_COST = 40_000;
/**
 * Most lists and quotes that begin inside others, and quotes that begin: the parser moves all that follows each time, so that
 * their square counts. Documents made by people have under 200.
 */
export const MAX_STARTS = 800;
/** Longest run of one markup character that could open or close something. */
export const MAX_RUN_LENGTH = 200;
/** Highest sum, over all blocks between blank lines, of the squared number of markup characters. */
const MAX_MARKUP_COST = 40_000_000;
/** Highest sum, over all blocks between blank lines, of the characters behind what is opened there and never closed. */
const MAX_UNCLOSED_COST = 10_000_000;
/** Highest sum of the numbers of lines that underline a heading or the head of a table: the parser copies what it has so far. */
const MAX_UNDERLINE_COST = 500_000;
/** Most cells of all tables; a row that is shorter than the head of its table is filled up. */
const MAX_CELLS = 25_000;

/** A limit that a text breaks: where, what the limit is, and what helps. */
export interface BrokenLimit {
  /** Offset in UTF-16 code units. */
  readonly offset: number;
  readonly reason: string;
  readonly remedy: string;
}

const RUN = /([*_~`:])\1{200,}/;
const MARKUP = /[*_~`[\]<:!]/g;
const CONTAINER_PREFIX = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+]|\d{1,9}[.)]/g;
const DIRECTIVE_FENCE = /^[ \t]*:{3,}[ \t]*([A-Za-z]?)/;
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t\r\n]*$/;
const DELIMITER_ROW = /^[-:| \t>\r\n]+$/;

/** The first limit that a text breaks, in one pass over its lines; undefined for a text that may be parsed. */
export function findBrokenLimit(text: string): BrokenLimit | undefined {
  const state = startOfScan();
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    state.lineNumber += 1;
    const isBlank = line.trim() === "";
    const broken =
      (isBlank ? breakInBlock(text, state) : undefined) ?? breakInLine(line, state) ?? breakInRow(line, state);
    if (broken !== undefined) return { ...broken, offset: broken.at ?? state.offset };
    state.offset += line.length;
    if (isBlank) Object.assign(state, { blockStart: state.offset, blockMarkup: 0, columns: 0 });
  }
  const broken = breakInBlock(text, state);
  return broken === undefined ? undefined : { ...broken, offset: state.blockStart };
}

interface ScanState {
  lineNumber: number;
  /** Where the line begins, and the block of lines between blank ones. */
  offset: number;
  blockStart: number;
  /** Indentations of the list items that are open, as far as indentation tells. */
  listIndents: number[];
  /** Quotes that the line before was in. */
  quotes: number;
  starts: number;
  directives: number;
  nestingCost: number;
  blockMarkup: number;
  markupCost: number;
  unclosedCost: number;
  underlineCost: number;
  /** Columns of the table that the line may belong to, and cells of all tables so far. */
  columns: number;
  cells: number;
}

function startOfScan(): ScanState {
  return {
    lineNumber: 0,
    offset: 0,
    blockStart: 0,
    listIndents: [],
    quotes: 0,
    starts: 0,
    directives: 0,
    nestingCost: 0,
    blockMarkup: 0,
    markupCost: 0,
    unclosedCost: 0,
    underlineCost: 0,
    columns: 0,
    cells: 0,
  };
}

/** What breaks, and where if not at the start of the line. */
type Break = Omit<BrokenLimit, "offset"> & { readonly at?: number };

function breakInLine(line: string, state: ScanState): Break | undefined {
  const { offset } = state;
  if (state.lineNumber > MAX_LINES) {
    return { reason: `more than ${count(MAX_LINES)} lines`, remedy: "split the document" };
  }
  if (line.length > MAX_LINE_LENGTH) {
    const reason = `a line longer than ${count(MAX_LINE_LENGTH)} characters`;
    return { at: offset + MAX_LINE_LENGTH, reason, remedy: "break the line" };
  }
  const run = RUN.exec(line);
  if (run !== null) {
    const reason = `more than ${MAX_RUN_LENGTH} times \`${run[1] ?? ""}\` in a row`;
    return { at: offset + run.index, reason, remedy: "shorten the run" };
  }
  const depth = nesting(line, state);
  if (depth > MAX_NESTING) {
    const reason = `lists, quotes or admonitions nested more than ${MAX_NESTING} deep`;
    return { reason, remedy: "write it flatter" };
  }
  state.nestingCost += depth;
  if (state.starts > MAX_STARTS) {
    const reason = `more than ${MAX_STARTS} lists and quotes that begin inside others`;
    return { reason, remedy: "write it flatter, or split the document" };
  }
  if (state.nestingCost > MAX_NESTING_COST) {
    return { reason: "too many nested lines", remedy: "write it flatter, or split the document" };
  }
  const markup = line.match(MARKUP)?.length ?? 0;
  // Grows the square of the block's count: (a + b)² - a² = b(2a + b).
  state.markupCost += markup * (2 * state.blockMarkup + markup);
  state.blockMarkup += markup;
  if (state.markupCost > MAX_MARKUP_COST) {
    return { reason: "too much markup without a blank line", remedy: "put blank lines between paragraphs" };
  }
  return undefined;
}

/** What the line adds to headings that are underlined and to tables. */
function breakInRow(line: string, state: ScanState): Break | undefined {
  const isUnder = state.offset > state.blockStart;
  if (isUnder && UNDERLINE.test(line)) state.underlineCost += state.lineNumber;
  if (state.underlineCost > MAX_UNDERLINE_COST) {
    return { reason: "too many underlined headings", remedy: "begin headings with `#`, or split the document" };
  }
  const isDelimiter = isUnder && DELIMITER_ROW.test(line) && line.includes("-") && /[:|]/.test(line);
  if (isDelimiter) state.columns = Math.max(state.columns, line.split("|").length);
  state.cells += state.columns;
  if (state.cells > MAX_CELLS) {
    return { reason: `tables with more than ${count(MAX_CELLS)} cells`, remedy: "split the table" };
  }
  return undefined;
}

/** What the block before the line adds to markup that is never closed. */
function breakInBlock(text: string, state: ScanState): Break | undefined {
  state.unclosedCost += unclosedCost(text.slice(state.blockStart, state.offset));
  if (state.unclosedCost <= MAX_UNCLOSED_COST) return undefined;
  const reason = "too many HTML comments, instructions or backticks that are not closed before a blank line";
  return { at: state.blockStart, reason, remedy: "close them" };
}

/** An upper bound of how deep a line is nested. */
function nesting(line: string, state: ScanState): number {
  const fence = DIRECTIVE_FENCE.exec(line);
  if (fence !== null) state.directives = fence[1] === "" ? Math.max(0, state.directives - 1) : state.directives + 1;
  const prefix = CONTAINER_PREFIX.exec(line)?.[0] ?? "";
  const marks: readonly string[] = prefix.match(CONTAINER) ?? [];
  const containers = marks.length;
  state.starts += startsIn(marks, state);
  if (line.trim() !== "") {
    const indent = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    while ((state.listIndents.at(-1) ?? -1) > indent) state.listIndents.pop();
    const deepest = state.listIndents.at(-1) ?? -1;
    if (containers > 0 && deepest < indent) {
      if (deepest >= 0) state.starts += 1;
      state.listIndents.push(indent);
    } else if (containers === 0 && deepest === indent) state.listIndents.pop();
  }
  return state.directives + state.listIndents.length + Math.max(0, containers - 1);
}

/** How many of the marks of a line begin something inside something; a quote goes on where the line before had it too. */
function startsIn(marks: readonly string[], state: ScanState): number {
  const firstItem = marks.findIndex((mark) => mark !== ">");
  const quotes = firstItem < 0 ? marks.length : firstItem;
  const newQuotes = Math.max(0, quotes - state.quotes);
  state.quotes = quotes;
  // Behind the mark of an item all are new; the item itself may go on with its list.
  const inItem = marks.length - quotes - 1;
  return newQuotes + Math.max(0, newQuotes > 0 ? inItem + 1 : inItem);
}

function count(value: number): string {
  return value.toLocaleString("en");
}
