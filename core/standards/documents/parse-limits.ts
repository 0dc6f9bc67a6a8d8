/**
 * What a Markdown text may cost. The parser is quadratic in the markup of one paragraph and in nesting; these limits
 * are far beyond any document made by a person and keep the worst accepted text to a few seconds.
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
const MAX_MARKUP_COST = 200_000_000;

/** A limit that a text breaks: where, and what the limit is. */
export interface BrokenLimit {
  /** Offset in UTF-16 code units. */
  readonly offset: number;
  readonly reason: string;
}

const RUN = /([*_~`:])\1{200,}/;
const MARKUP = /[*_~`[\]<:!]/g;
const CONTAINER_PREFIX = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-*+]|\d{1,9}[.)]/g;
const DIRECTIVE_FENCE = /^[ \t]*:{3,}[ \t]*([A-Za-z]?)/;

/** The first limit that a text breaks, in one pass over its lines; undefined for a text that may be parsed. */
export function findBrokenLimit(text: string): BrokenLimit | undefined {
  const state = {
    listIndents: [] as number[],
    quotes: 0,
    starts: 0,
    directives: 0,
    nestingCost: 0,
    blockMarkup: 0,
    cost: 0,
  };
  let offset = 0;
  let lineNumber = 0;
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    lineNumber += 1;
    const broken = breakInLine(line, lineNumber, state);
    if (broken !== undefined) return { offset: offset + broken.column, reason: broken.reason };
    offset += line.length;
  }
  return undefined;
}

interface ScanState {
  /** Indentations of the list items that are open, as far as indentation tells. */
  listIndents: number[];
  /** Quotes that the line before was in. */
  quotes: number;
  starts: number;
  directives: number;
  nestingCost: number;
  blockMarkup: number;
  cost: number;
}

function breakInLine(
  line: string,
  lineNumber: number,
  state: ScanState,
): { readonly column: number; readonly reason: string } | undefined {
  if (lineNumber > MAX_LINES) return { column: 0, reason: `more than ${count(MAX_LINES)} lines` };
  if (line.length > MAX_LINE_LENGTH) {
    return { column: MAX_LINE_LENGTH, reason: `a line longer than ${count(MAX_LINE_LENGTH)} characters` };
  }
  const run = RUN.exec(line);
  if (run !== null) {
    return { column: run.index, reason: `more than ${MAX_RUN_LENGTH} times \`${run[1] ?? ""}\` in a row` };
  }
  const depth = nesting(line, state);
  if (depth > MAX_NESTING) {
    return { column: 0, reason: `lists, quotes or admonitions nested more than ${MAX_NESTING} deep` };
  }
  state.nestingCost += depth;
  if (state.starts > MAX_STARTS) {
    return { column: 0, reason: `more than ${MAX_STARTS} lists and quotes that begin inside others` };
  }
  if (state.nestingCost > MAX_NESTING_COST) return { column: 0, reason: "too many nested lines" };
  if (line.trim() === "") state.blockMarkup = 0;
  const markup = line.match(MARKUP)?.length ?? 0;
  // Grows the square of the block's count: (a + b)² - a² = b(2a + b).
  state.cost += markup * (2 * state.blockMarkup + markup);
  state.blockMarkup += markup;
  if (state.cost > MAX_MARKUP_COST) return { column: 0, reason: "too much markup without a blank line" };
  return undefined;
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
