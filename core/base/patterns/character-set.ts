import type { CharacterSet } from "./pattern-tree.ts";

/** Characters that one set remembers; a text has few different ones. */
const MAX_REMEMBERED = 5_000;

/**
 * The set of characters that a piece of a regular expression describes: a character, an escape, a class, a dot. The language's
 * own engine decides, with one character at a time, so that classes and case mean here what they mean there and no
 * text is ever searched by it.
 */
export function createCharacterSet(source: string, flags: string): CharacterSet {
  const pattern = new RegExp(`^${source}$`, flags.replace(/[^isu]/g, ""));
  const known = new Map<string, boolean>();
  return (character) => {
    let isIn = known.get(character);
    if (isIn === undefined) {
      isIn = pattern.test(character);
      if (known.size < MAX_REMEMBERED) known.set(character, isIn);
    }
    return isIn;
  };
}
