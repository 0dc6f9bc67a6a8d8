/** Places that several rules report at. */
import type { Span } from "../../documents/front-matter.ts";
import type { ParsedDocument } from "../../documents/read-document.ts";

/** The very beginning, for what is wrong with the file and not with its text. */
export const FILE_START: Span = { start: 0, end: 0 };

/** The value of a front matter field; the opening `---` where there is no such field. */
export function fieldValue(document: ParsedDocument, field: string): Span {
  return document.frontMatter.fields.get(field)?.valueSpan ?? { start: 0, end: Math.min(3, document.text.length) };
}

/** The name of a front matter field; the opening `---` where there is no such field. */
export function fieldName(document: ParsedDocument, field: string): Span {
  return document.frontMatter.fields.get(field)?.keySpan ?? { start: 0, end: Math.min(3, document.text.length) };
}

/** The item of a list field that holds a value, or the whole value where it is not a list. */
export function listItem(document: ParsedDocument, field: string, index: number): Span {
  const value = document.frontMatter.fields.get(field)?.value;
  return Array.isArray(value) ? document.frontMatter.spanOf([field, String(index)]) : fieldValue(document, field);
}
