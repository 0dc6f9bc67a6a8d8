import { locatePointers } from "#core/base/json/locate-pointers.ts";

/** A line of a document, or the part of it that is shown. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly before: string;
  /** What was asked for; empty in other lines. */
  readonly marked: string;
  readonly after: string;
  /** Characters of the line that are left out before and behind. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** A part of a document around a place. */
export interface SourceWindow {
  readonly lines: readonly SourceLine[];
  readonly totalLines: number;
  /** The place was found. */
  readonly hasPlace: boolean;
}

/** What is wanted: the value at a JSON pointer, or a line from 1. */
export type SourcePlace = { readonly pointer: string } | { readonly line: number };

/** Lines shown, and how many of them before the place. */
const WINDOW_LINES = 200;
const LINES_BEFORE = 20;
/** Characters shown of one line, and how many of them before the place: many documents are a single line. */
const MAX_LINE_LENGTH = 4_000;
const CHARACTERS_BEFORE = 500;
/** Characters marked: an array of a thousand components is marked by its beginning. */
const MAX_MARKED_LENGTH = 2_000;

/** The part of a JSON document around a place; the beginning where there is no such place. One pass over the text. */
export function windowAround(text: string, place: SourcePlace): SourceWindow {
  const starts = lineStarts(text);
  const found = "pointer" in place ? locatePointers(text, [place.pointer]).get(place.pointer) : undefined;
  const mark =
    found === undefined
      ? undefined
      : { start: found.name?.start ?? found.start, end: Math.min(found.end, found.start + MAX_MARKED_LENGTH) };
  const isLine = "line" in place && place.line <= starts.length;
  const wanted = mark === undefined ? (isLine ? place.line - 1 : 0) : lineOf(starts, mark.start);
  // Asked for by its number, a line stands at the top: pages of a document follow each other.
  const first = Math.max(0, mark === undefined ? wanted : wanted - LINES_BEFORE);
  const last = Math.min(starts.length, first + WINDOW_LINES);
  const lines: SourceLine[] = [];
  for (let index = first; index < last; index += 1) {
    const start = starts[index] ?? 0;
    const next = starts[index + 1];
    const end = next === undefined ? text.length : next - 1;
    lines.push(cutLine(text, index + 1, { start, end }, mark));
  }
  return { lines, totalLines: starts.length, hasPlace: mark !== undefined || isLine };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function cutLine(text: string, number: number, line: Range, mark: Range | undefined): SourceLine {
  const isMarked = mark !== undefined && mark.start < Math.max(line.end, line.start + 1) && mark.end > line.start;
  const markStart = isMarked ? Math.max(mark.start, line.start) : line.start;
  const markEnd = isMarked ? Math.min(mark.end, line.end) : line.start;
  const start = outsideOfStrings(text, Math.max(line.start, markStart - CHARACTERS_BEFORE), markStart);
  const end = Math.min(line.end, Math.max(start + MAX_LINE_LENGTH, markEnd));
  return {
    number,
    before: text.slice(start, markStart),
    marked: text.slice(markStart, markEnd),
    after: text.slice(markEnd, end).replace(/\r$/, ""),
    isCutBefore: start > line.start,
    isCutAfter: end < line.end,
  };
}

/** The first offset from `start` on that is in no string; `end` is in none. A part that begins inside one would read inside out. */
function outsideOfStrings(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start) {
    offset -= 1;
    if (text[offset] !== '"') continue;
    const opening = openingQuote(text, offset, start);
    if (opening === undefined) return offset + 1;
    offset = opening;
  }
  return start;
}

/** Where the string begins whose closing quote is at an offset; undefined where that is before `start`. */
function openingQuote(text: string, closing: number, start: number): number | undefined {
  for (let offset = closing - 1; offset >= start; offset -= 1) {
    if (text[offset] !== '"') continue;
    let backslashes = 0;
    while (text[offset - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return offset;
  }
  return undefined;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  // The end of the last line begins no other.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return starts;
}

/** The line that an offset is in, from 0; by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
