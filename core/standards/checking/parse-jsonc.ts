import { createScanner } from "jsonc-parser";

/** Kinds of tokens by the numbers that the library gives them; its names for them exist for the compiler only. */
const KIND = {
  closeBrace: 2,
  closeBracket: 4,
  comma: 5,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  space: 15,
  end: 17,
};
/** `ScanError.None`. */
const NO_ERROR: number = 0;
const TRIVIA: ReadonlySet<number> = new Set([KIND.lineComment, KIND.blockComment, KIND.lineBreak, KIND.space]);

/**
 * Parses JSON with comments and trailing commas, as editors and linters write their settings; undefined for anything else.
 * The scanner reads each character once and has no depth, so that a text costs no more than its length.
 */
export function parseJsonc(text: string): unknown {
  const scanner = createScanner(text);
  const words: string[] = [];
  let hasComma = false;
  for (let token: number = scanner.scan(); token !== KIND.end; token = scanner.scan()) {
    const error: number = scanner.getTokenError();
    if (error !== NO_ERROR) return undefined; // a comment or a string without end, for example
    if (TRIVIA.has(token)) continue;
    const isClosing = token === KIND.closeBrace || token === KIND.closeBracket;
    if (hasComma && !isClosing) words.push(",");
    hasComma = token === KIND.comma;
    const start = scanner.getTokenOffset();
    if (!hasComma) words.push(text.slice(start, start + scanner.getTokenLength()));
  }
  if (hasComma) words.push(",");
  try {
    return JSON.parse(words.join(" "));
  } catch {
    return undefined;
  }
}
