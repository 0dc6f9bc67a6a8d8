import { tokenize, TokenType, type CSSToken } from "@csstools/css-tokenizer";

import { applyEdits, type Edit } from "./edits.ts";

/** Functions whose strings are addresses. */
const ADDRESS_FUNCTIONS = new Set(["url", "src", "image-set", "-webkit-image-set"]);

/** Every address that a style sheet asks for. */
export function styleLinksOf(css: string): string[] {
  const links: string[] = [];
  mapStyleLinks(css, (link) => {
    links.push(link);
    return link;
  });
  return links;
}

/** A style sheet, or the declarations of an attribute, with each address replaced; all else stays as it was. */
export function mapStyleLinks(css: string, map: (link: string) => string): string {
  const edits: Edit[] = [];
  /** Names of the functions and brackets that are open. */
  const open: string[] = [];
  let isImport = false;
  for (const token of tokenize({ css })) {
    const link = linkOf(token, open.at(-1), isImport);
    if (link !== undefined) {
      const mapped = map(link);
      if (mapped !== link) edits.push({ start: token[2], end: token[3] + 1, text: write(token, mapped) });
    }
    follow(token, open);
    if (token[0] === TokenType.AtKeyword) isImport = token[4].value.toLowerCase() === "import";
    else if (token[0] !== TokenType.Whitespace && token[0] !== TokenType.Comment) isImport = false;
  }
  return applyEdits(css, edits);
}

/** The address that a token is. */
function linkOf(token: CSSToken, inside: string | undefined, isImport: boolean): string | undefined {
  if (token[0] === TokenType.URL) return token[4].value;
  if (token[0] !== TokenType.String) return undefined;
  return isImport || (inside !== undefined && ADDRESS_FUNCTIONS.has(inside)) ? token[4].value : undefined;
}

function follow(token: CSSToken, open: string[]): void {
  if (token[0] === TokenType.Function) open.push(token[4].value.toLowerCase());
  else if (token[0] === TokenType.OpenParen) open.push("(");
  else if (token[0] === TokenType.CloseParen) open.pop();
}

function write(token: CSSToken, link: string): string {
  const quote = token[0] === TokenType.String && token[1].startsWith("'") ? "'" : '"';
  // A hexadecimal escape ends with a space.
  const text = link.replace(/["'\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return token[0] === TokenType.URL ? `url("${text}")` : quote + text + quote;
}
