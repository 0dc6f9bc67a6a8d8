import { childPointer } from "./json-pointer.ts";
import { scanScalar, scanString, skipBlanks } from "./json-tokens.ts";

/** A member whose name an earlier member of the same object has too. */
export interface RepeatedName {
  /** Pointer of the member; `JSON.parse` keeps the last one of the name. */
  readonly pointer: string;
  readonly name: string;
  /** Offsets of the repeated name with its quotes. */
  readonly start: number;
  readonly end: number;
}

/** An array or object that is open. */
interface OpenContainer {
  readonly pointer: string;
  /** Names seen; undefined in arrays. */
  readonly names: Set<string> | undefined;
  index: number;
}

/** At most this many are listed. */
const MAX_LISTED = 50;

/**
 * Names that occur twice in one object, in the order of the text. RFC 8259 §4 calls the outcome unpredictable: two readers may see
 * two different documents. Slow beside a parser, so ask `memberCount` of the scanner first. The text must be JSON.
 */
export function findRepeatedNames(text: string): readonly RepeatedName[] {
  const repeated: RepeatedName[] = [];
  const open: OpenContainer[] = [];
  let pointer = "";
  let offset = skipBlanks(text, 0);
  while (offset < text.length && repeated.length < MAX_LISTED) {
    const character = text[offset];
    const current = open.at(-1);
    if (character === "{" || character === "[") {
      open.push({ pointer, names: character === "{" ? new Set() : undefined, index: 0 });
      if (character === "[") pointer = childPointer(pointer, 0);
      offset += 1;
    } else if (character === "}" || character === "]") {
      open.pop();
      offset += 1;
    } else if (character === ",") {
      if (current !== undefined && current.names === undefined) {
        current.index += 1;
        pointer = childPointer(current.pointer, current.index);
      }
      offset += 1;
    } else if (character === '"' && current?.names !== undefined && isName(text, offset)) {
      const end = Math.abs(scanString(text, offset));
      const name = String(JSON.parse(text.slice(offset, end)));
      pointer = childPointer(current.pointer, name);
      if (current.names.has(name)) repeated.push({ pointer, name, start: offset, end });
      current.names.add(name);
      offset = skipBlanks(text, end) + 1;
    } else {
      offset = Math.abs(scanScalar(text, offset));
    }
    offset = skipBlanks(text, offset);
  }
  return repeated;
}

/** Whether the string at `offset` is followed by a colon; in an object every such string is a name. */
function isName(text: string, offset: number): boolean {
  return text[skipBlanks(text, Math.abs(scanString(text, offset)))] === ":";
}
