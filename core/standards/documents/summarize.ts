import { isCalendarDate } from "#core/base/time/calendar.ts";

import type { DocumentStatus, DocumentSummary, DocumentType } from "./document-summary.ts";
import type { ParsedDocument } from "./read-document.ts";

const TYPES: readonly DocumentType[] = ["Standard", "Procedural", "Decision Record", "Supplement"];
const STATUSES: readonly DocumentStatus[] = ["Draft", "Stable", "Deprecated", "Rejected"];

/**
 * The facts of a document, as far as they can be read: a field that is wrong counts as absent, a single name counts as a
 * list of one, and the file name stands in for a missing title. What is wrong is said by the rules, not here.
 */
export function summarizeDocument(document: ParsedDocument): DocumentSummary {
  const { name } = document;
  const documentId = name?.documentId ?? document.fileName.replace(/\.md$/, "");
  const text = (field: string): string | undefined => readText(document.frontMatter.fields.get(field)?.value);
  const date = (field: string): string | undefined => readDate(text(field));
  const list = (field: string): readonly string[] => readList(document.frontMatter.fields.get(field)?.value);
  return {
    documentId,
    number: name?.number,
    series: name?.series,
    version: name?.version,
    title: text("title") ?? documentId,
    type: TYPES.find((type) => type === text("type")),
    track: text("track"),
    replaces: list("replaces"),
    replacedBy: list("replaced_by"),
    supplements: list("supplements"),
    ...optional("description", text("description")),
    ...optional(
      "status",
      STATUSES.find((status) => status === text("status")),
    ),
    ...optional("stabilizedAt", date("stabilized_at")),
    ...optional("deprecatedAt", date("deprecated_at")),
    ...optional("rejectedAt", date("rejected_at")),
  };
}

/** An optional member is absent, never present with the value undefined. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}

function readText(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim();
  return text === "" ? undefined : text;
}

function readDate(text: string | undefined): string | undefined {
  return text !== undefined && isCalendarDate(text) ? text : undefined;
}

function readList(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map(readText).filter((item) => item !== undefined);
}
