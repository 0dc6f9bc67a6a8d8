/** A file beside the text, or a page of the community's site: both name a document. */
const FILE = /^(?:\.\/)?([a-z]+-[0-9a-z]{4}-[vw]\d+-[^/?#:]+)\.md(?:#.*)?$/i;
const PAGE = /^(?:https?:\/\/[^/?#]+)?\/standards\/([a-z]+-\d{4}-[vw]\d+-[^/?#]+)\/?(?:[?#].*)?$/i;

/** The id of the document that an address leads to, as texts and scope files name them; undefined for other addresses. */
export function documentIdOfAddress(address: string): string | undefined {
  return FILE.exec(address)?.[1] ?? PAGE.exec(address)?.[1];
}
