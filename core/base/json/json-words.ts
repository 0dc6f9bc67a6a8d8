/** A piece of JSON text and what it is; `text` for blanks, brackets and whatever was cut in the middle. */
export interface JsonWord {
  readonly kind: "name" | "string" | "number" | "literal" | "text";
  readonly text: string;
}

const WORD = /("(?:[^"\\]|\\.)*")(?=(\s*:)?)|(-?\b\d[\d.eE+-]*)|\b(true|false|null)\b/g;

/** The words of a piece of JSON, which may begin and end anywhere; together they are the piece. */
export function jsonWords(text: string): readonly JsonWord[] {
  const words: JsonWord[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > end) words.push({ kind: "text", text: text.slice(end, match.index) });
    const [word, string, colon, number] = match;
    const kind =
      string === undefined ? (number === undefined ? "literal" : "number") : colon === undefined ? "string" : "name";
    words.push({ kind, text: word });
    end = match.index + word.length;
  }
  if (end < text.length) words.push({ kind: "text", text: text.slice(end) });
  return words;
}
