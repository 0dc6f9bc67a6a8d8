import type { Position } from "#core/base/finding.ts";

/** Turns offsets of a text (UTF-16 code units) into lines and columns in logarithmic time. */
export interface LineIndex {
  positionAt(offset: number): Position;
  /** The text of a line (from 1) without its line ending; empty beyond the end. */
  lineText(line: number): string;
}

/** Indexes the line starts of a text once; LF, CRLF and lone CR end a line. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  const ending = /\r\n|\n|\r/g;
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) starts.push(ending.lastIndex);
  return {
    positionAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    lineText(line) {
      const start = starts[line - 1];
      if (start === undefined) return "";
      return text.slice(start, starts[line] ?? text.length).replace(/(?:\r\n|\n|\r)$/, "");
    },
  };
}
