/** What is needed of a document to find it under an old or incomplete name. */
interface NamedDocument {
  readonly documentId: string;
}

const NAME = /^([a-z][a-z0-9]*-\d{4})-([vw]\d{1,4})(?:-(.+))?$/;

/**
 * The document that an id of the past means: in another case of letters, without or with another slug (`scs-0100-v3`), or
 * under a number that it had before. Undefined where none or more than one can be meant.
 */
export function resolveDocumentId(id: string, documents: readonly NamedDocument[]): string | undefined {
  const typed = id.toLowerCase();
  const candidates = documents.map(({ documentId }) => ({ documentId, lowered: documentId.toLowerCase() }));
  const only = (matches: typeof candidates): string | undefined =>
    matches.length === 1 ? matches[0]?.documentId : undefined;
  const same = only(candidates.filter(({ lowered }) => lowered === typed));
  if (same !== undefined) return same;
  const [, number, version, slug] = NAME.exec(typed) ?? [];
  if (number === undefined || version === undefined) return undefined;
  // A number may have been given to another document since: the same slug elsewhere is the better witness.
  if (slug !== undefined) {
    const moved = candidates.filter(({ lowered }) => {
      const [, , otherVersion, otherSlug] = NAME.exec(lowered) ?? [];
      return otherVersion === version && otherSlug === slug;
    });
    if (moved.length > 0) return only(moved);
  }
  return only(candidates.filter(({ lowered }) => lowered.startsWith(`${number}-${version}-`)));
}
