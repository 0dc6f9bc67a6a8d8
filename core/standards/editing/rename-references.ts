/**
 * A text in which a document has another name. Whole names only: `scs-xxxx-v1-disk` is no part of `scs-xxxx-v1-disk-encryption`.
 */
export function renameReferences(text: string, from: string, to: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length;
    if (isPartOfName(text[at - 1]) || isPartOfName(text[end])) continue;
    parts.push(text.slice(done, at), to);
    done = end;
  }
  return parts.join("") + text.slice(done);
}

function isPartOfName(character: string | undefined): boolean {
  return character !== undefined && /[\w-]/.test(character);
}
