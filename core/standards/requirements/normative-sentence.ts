import type { RequirementLevel } from "./key-words.ts";

/** A sentence of a document that uses a key word of RFC 2119. It gets its number when it is published. */
export interface NormativeSentence {
  /** In order, as often as they stand there: `["MUST", "MAY"]`. */
  readonly keyWords: readonly string[];
  /** The strongest of them. */
  readonly level: RequirementLevel;
  /** One line; code in backticks; a table cell begins with the first cell of its row. */
  readonly text: string;
  /** What a sentence that ends in a colon announces (list, table, code), one line, cut after 2,000 characters. */
  readonly details?: string;
  /** Anchor of the section; undefined before the first heading. */
  readonly section?: string;
  /** Line in the source, from 1. */
  readonly line: number;
}

/** What two sentences are compared by. */
export function comparableText({ text, details }: Pick<NormativeSentence, "text" | "details">): string {
  return details === undefined ? text : `${text}\n${details}`;
}

/** `R07`: how a requirement is cited within its document. Its number is never used again. */
export function requirementId(number: number): string {
  return `R${String(number).padStart(2, "0")}`;
}
