/** How to cite a document. Pure: the address is an argument, because the same document may be published twice. */
import { table, type Table } from "#core/base/table.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

/** The same citation in three forms. */
export interface Citation {
  /** A sentence for a list of references. */
  readonly plain: string;
  readonly bibtex: string;
  /** JSON text after the Citation Style Language schema 1.0.2: an item, not a list. */
  readonly cslJson: string;
}

/** What the place of publication says about a document. */
export interface CitationContext {
  readonly community: string;
  /** Absolute address of the text that is cited. */
  readonly url: string;
  /** ISO calendar date of the state that is cited, where it is not the current one. */
  readonly asOf?: string | undefined;
}

/** `SCS-0100 v3`, as people call a document; the id where its file name cannot be read. */
export function documentName({ documentId, number, series, version }: DocumentSummary): string {
  if (number === undefined || series === undefined) return documentId;
  const prefix = documentId.slice(0, documentId.indexOf(number)).replace(/-$/, "").toUpperCase();
  return `${prefix}-${number} ${series}${version ?? ""}`;
}

/** Cites a document. Its date is the day from which it is in force; a text that never was has none and says `Draft`. */
export function citeDocument(document: DocumentSummary, context: CitationContext): Citation {
  return {
    plain: toPlain(document, context),
    bibtex: toBibtex(document, context),
    cslJson: JSON.stringify(toCslItem(document, context), null, 2),
  };
}

function toPlain(document: DocumentSummary, { community, url, asOf }: CitationContext): string {
  const status = noteOf(document);
  const parts = [
    `${community}: ${document.title}`,
    documentName(document),
    ...(document.stabilizedAt === undefined ? [] : [document.stabilizedAt]),
    ...(status === undefined ? [] : [status]),
    ...(asOf === undefined ? [] : [`As of ${asOf}`]),
  ];
  return `${parts.join(". ")}. ${url}`;
}

function toBibtex(document: DocumentSummary, { community, url, asOf }: CitationContext): string {
  const notes = [noteOf(document), asOf === undefined ? undefined : `as of ${asOf}`].filter(
    (note) => note !== undefined,
  );
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", `{${escapeTex(document.title)}}`],
    ["author", `{${escapeTex(community)}}`],
    ["type", escapeTex(document.type ?? "Document")],
    ["number", escapeTex(documentName(document))],
    ["year", document.stabilizedAt?.slice(0, 4)],
    ["date", document.stabilizedAt],
    ["note", notes.length === 0 ? undefined : escapeTex(notes.join(", "))],
    ["url", url],
  ];
  const lines = fields.flatMap(([field, value]) => (value === undefined ? [] : [`  ${field} = {${value}},`]));
  return `@techreport{${document.documentId.replace(/[^\w:.-]/g, "-")},\n${lines.join("\n")}\n}`;
}

function toCslItem(document: DocumentSummary, { community, url, asOf }: CitationContext): object {
  const { documentId, title, type, version, stabilizedAt } = document;
  const status = noteOf(document);
  return {
    id: documentId,
    type: "standard",
    title,
    author: [{ literal: community }],
    publisher: community,
    number: documentName(document),
    ...(version === undefined ? {} : { version: String(version) }),
    ...(type === undefined ? {} : { genre: type }),
    ...(status === undefined ? {} : { status }),
    URL: url,
    ...(stabilizedAt === undefined ? {} : { issued: { "date-parts": [stabilizedAt.split("-").map(Number)] } }),
    ...(asOf === undefined ? {} : { accessed: { "date-parts": [asOf.split("-").map(Number)] } }),
  };
}

/** What a reader of the citation must know who does not look the document up. */
function noteOf({ status, stabilizedAt, series }: DocumentSummary): string | undefined {
  if (status === "Deprecated" || status === "Rejected") return status;
  return stabilizedAt === undefined && series !== "w" ? "Draft" : undefined;
}

/** Characters that mean something to TeX are written as text; braces would unbalance the entry and go. */
function escapeTex(text: string): string {
  return text.replace(/[{}]/g, "").replace(/[\\#$%&_~^]/g, (character) => TEX[character] ?? `\\${character}`);
}

const TEX: Table<string> = table({
  "\\": "\\textbackslash ",
  "~": "\\textasciitilde ",
  "^": "\\textasciicircum ",
});
