/** A service or a vulnerability: a part of a document that has a name and is compared as a whole. */
export interface NamedPart {
  readonly name: string;
  /** JSON pointer. */
  readonly pointer: string;
  /** All that is said of it, in an order of its own. */
  readonly content: string;
}

/** What changed among parts of one kind. */
export interface PartsDiff {
  readonly added: readonly NamedPart[];
  readonly removed: readonly NamedPart[];
  /** As they are now. */
  readonly changed: readonly NamedPart[];
}

/** Compares parts by name; of several with one name the first counts. */
export function diffParts(before: readonly NamedPart[], after: readonly NamedPart[]): PartsDiff {
  const earlier = byName(before);
  const later = byName(after);
  return {
    added: [...later.values()].filter(({ name }) => !earlier.has(name)),
    removed: [...earlier.values()].filter(({ name }) => !later.has(name)),
    changed: [...later.values()].filter(({ name, content }) => (earlier.get(name)?.content ?? content) !== content),
  };
}

function byName(parts: readonly NamedPart[]): ReadonlyMap<string, NamedPart> {
  const named = new Map<string, NamedPart>();
  for (const part of parts) if (!named.has(part.name)) named.set(part.name, part);
  return named;
}
