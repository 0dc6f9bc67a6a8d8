import { parseDocumentName, type DocumentName } from "#core/standards/documents/document-id.ts";

/** Takes a file name apart; `XXXX`, as authors write it in spite of the grammar, counts as `xxxx`. */
export function readName(fileName: string): DocumentName | undefined {
  return parseDocumentName(fileName.replace(/^([a-z][a-z0-9]*-)XXXX-/, "$1xxxx-"));
}

/** The number of a file name; undefined where it cannot be read. */
export function numberOf(fileName: string): string | undefined {
  return readName(fileName)?.number;
}

/** Whether a file is a template such as `scs-XXXX-vN-standard-template.md`: for authors, outside every life cycle. */
export function isTemplate(fileName: string): boolean {
  return /^[a-z][a-z0-9]*-XXXX-[vw]N-/.test(fileName);
}
