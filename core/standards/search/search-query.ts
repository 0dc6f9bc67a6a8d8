/** What a reader typed, as terms; nothing of it is syntax to the database. */
export interface SearchQuery {
  /** Words and quoted phrases in the order they were typed, cleaned. */
  readonly terms: readonly SearchTerm[];
}

/** One term of a query. */
export interface SearchTerm {
  readonly text: string;
  /** The last word of an unfinished query also stands for the words that begin with it. */
  readonly isPrefix: boolean;
}

/** Longest query that is read, in UTF-16 code units, and most terms: more only costs time. */
export const MAX_QUERY_LENGTH = 200;
const MAX_TERMS = 12;

/** Reads a query: words between white space, phrases between quotation marks. Terms without letters and digits are left out. */
export function parseSearchQuery(text: string): SearchQuery {
  const terms: SearchTerm[] = [];
  const cut = text.slice(0, MAX_QUERY_LENGTH).normalize("NFC");
  for (const match of cut.matchAll(/"([^"]*)"?|[^\s"]+/gu)) {
    if (terms.length === MAX_TERMS) break;
    const phrase = match[1];
    const term = (phrase ?? match[0]).replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
    if (term !== "") terms.push({ text: term, isPrefix: phrase === undefined });
  }
  return { terms: terms.map((term, index) => ({ ...term, isPrefix: term.isPrefix && index === terms.length - 1 })) };
}

/**
 * The query in FTS5's language (sqlite.org/fts5, section 3). Every term is a string in quotation marks, inside which
 * nothing is an operator; `any` asks for one of the terms instead of all.
 */
export function toFtsQuery({ terms }: SearchQuery, any = false): string | undefined {
  if (terms.length === 0) return undefined;
  return terms.map(({ text, isPrefix }) => (isPrefix ? `"${text}" *` : `"${text}"`)).join(any ? " OR " : " AND ");
}
