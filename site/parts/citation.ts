/** How to cite a document. Pure: the address is an argument, because the same document may be published twice. */
import type { DocumentSummary } from "#core/documents/document-summary.ts";

/** The same citation in three forms. */
export interface Citation {
  /** A sentence for a list of references. */
  readonly plain: string;
  readonly bibtex: string;
  /** JSON text after the Citation Style Language schema. */
  readonly cslJson: string;
}

/** Cites a document that a community published at an absolute address; `name` is what readers call it. */
export function citeDocument(
  document: DocumentSummary,
  { name, community, url }: { readonly name: string; readonly community: string; readonly url: string },
): Citation {
  const year = document.stabilizedAt?.slice(0, 4);
  const dated = year === undefined ? "" : ` ${year}.`;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["title", `{${escapeBibtex(document.title)}}`],
    ["author", `{${escapeBibtex(community)}}`],
    ["type", escapeBibtex(document.type ?? "Document")],
    ["number", escapeBibtex(name)],
    ["year", year],
    ["url", url],
  ];
  const lines = fields.flatMap(([field, value]) => (value === undefined ? [] : [`  ${field} = {${value}},`]));
  return {
    plain: `${community}: ${document.title}. ${name}.${dated} ${url}`,
    bibtex: `@techreport{${document.documentId.replace(/[^\w:.-]/g, "-")},\n${lines.join("\n")}\n}`,
    cslJson: JSON.stringify(cslItem(document, { name, community, url }), null, 2),
  };
}

function cslItem(
  { documentId, title, type, stabilizedAt }: DocumentSummary,
  { name, community, url }: { readonly name: string; readonly community: string; readonly url: string },
): object {
  return {
    id: documentId,
    type: "standard",
    title,
    author: [{ literal: community }],
    number: name,
    genre: type,
    URL: url,
    ...(stabilizedAt === undefined ? {} : { issued: { "date-parts": [stabilizedAt.split("-").map(Number)] } }),
  };
}

/** Characters that mean something to TeX are written as text. */
function escapeBibtex(text: string): string {
  return text
    .replace(/[{}]/g, "")
    .replaceAll("\\", "\\textbackslash ")
    .replace(/[#$%&_]/g, "\\$&")
    .replaceAll("~", "\\textasciitilde ")
    .replaceAll("^", "\\textasciicircum ");
}
