/** A piece of JSON text and what it is; `text` for blanks, brackets and whatever was cut in the middle. */
export interface JsonWord {
  readonly kind: "name" | "string" | "number" | "literal" | "text";
  readonly text: string;
}

/** Where a word begins; numbers and literals as a whole, a string by its quotation mark. */
const WORD = /"|(-?\b\d[\d.eE+-]*)|\b(?:true|false|null)\b/g;
const COLON = /\s*:/y;

/** The words of a piece of JSON, which may begin and end anywhere; together they are the piece. */
export function jsonWords(text: string): readonly JsonWord[] {
  const words: JsonWord[] = [];
  const closings = closingQuotes(text);
  WORD.lastIndex = 0;
  let end = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const read = match[0] === '"' ? readString(text, match.index, closings) : readOther(match);
    // A quotation mark that nothing closes was cut off from its string; words may follow it.
    if (read === undefined) continue;
    if (match.index > end) words.push({ kind: "text", text: text.slice(end, match.index) });
    words.push(read);
    end = match.index + read.text.length;
    WORD.lastIndex = end;
  }
  if (end < text.length) words.push({ kind: "text", text: text.slice(end) });
  return words;
}

function readString(text: string, start: number, closings: Int32Array): JsonWord | undefined {
  const closing = closings[start + 1] ?? -1;
  if (closing < 0) return undefined;
  COLON.lastIndex = closing + 1;
  return { kind: COLON.test(text) ? "name" : "string", text: text.slice(start, closing + 1) };
}

function readOther([text, number]: RegExpExecArray): JsonWord {
  return { kind: number === undefined ? "literal" : "number", text };
}

/**
 * For each offset where the quotation mark is that closes a string whose characters are read from there; -1 for none. Made
 * from the end in one pass: looking for it from every quotation mark anew is quadratic in a text cut within a string.
 */
function closingQuotes(text: string): Int32Array {
  const closings = new Int32Array(text.length + 1).fill(-1);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text[at];
    if (character === '"') closings[at] = at;
    else if (character !== "\\") closings[at] = closings[at + 1] ?? -1;
    else if (!/^[\r\n\u2028\u2029]?$/.test(text.slice(at + 1, at + 2))) closings[at] = closings[at + 2] ?? -1;
  }
  return closings;
}
