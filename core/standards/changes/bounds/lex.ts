/** Cuts a sentence into tokens; every character that is no white space belongs to one, so nothing is dropped. */

/** A word, a number, a piece of code or a mark. */
export interface Token {
  readonly kind: "word" | "number" | "code" | "mark";
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** White space stands before it. */
  readonly gap: boolean;
}

/** Tokens that are read of one text; no sentence of a person has more. */
export const MAX_TOKENS = 600;

// Each alternative begins with another class of characters, so no position is tried twice.
const TOKEN =
  /(`[^`]*`)|(\d+(?:[.,'’]\d+)*(?:[eE][+-]?\d+(?![\p{L}\p{N}]))?|[½¼¾⅓⅔⅕⅛])|(\p{L}[\p{L}\p{N}\p{M}]*(?:[-'’_/.:@+][\p{L}\p{N}]+)*)|(>=|<=|!=|==|=>|\S)/gu;

/** The tokens of a text, in order; undefined for a text that is too long to be compared word by word. */
export function lex(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length === MAX_TOKENS) return undefined;
    const [whole, code, number, word] = match;
    const kind = code !== undefined ? "code" : number !== undefined ? "number" : word !== undefined ? "word" : "mark";
    tokens.push({ kind, text: whole, lower: whole.toLowerCase(), gap: match.index > end });
    end = match.index + whole.length;
  }
  return tokens;
}
