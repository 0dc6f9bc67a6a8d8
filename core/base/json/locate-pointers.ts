import { pointerTokens } from "./json-pointer.ts";
import { scanScalar, scanString, skipBlanks } from "./json-tokens.ts";

/** Where a value is in the text; offsets in UTF-16 code units, ends exclusive. */
export interface JsonLocation {
  readonly start: number;
  readonly end: number;
  /** The name in quotes before the value; absent for elements of arrays and for the whole document. */
  readonly name?: { readonly start: number; readonly end: number };
}

/** The pointers that are looked for, as a tree of tokens. */
interface Wanted {
  readonly children: Map<string, Wanted>;
  /** The pointer that ends here. */
  pointer?: string;
}

/**
 * Finds values in the text of a document by their pointers, all in one linear pass. The text must be JSON, with a depth that
 * was capped before. Pointers to nothing are absent from the answer; of a repeated name the last counts, as in `JSON.parse`.
 */
export function locatePointers(text: string, pointers: Iterable<string>): ReadonlyMap<string, JsonLocation> {
  const found = new Map<string, JsonLocation>();
  locate(text, skipBlanks(text, 0), wantedTree(pointers), undefined, found);
  return found;
}

function wantedTree(pointers: Iterable<string>): Wanted {
  const root: Wanted = { children: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const token of pointerTokens(pointer)) {
      let child = node.children.get(token);
      if (child === undefined) {
        child = { children: new Map() };
        node.children.set(token, child);
      }
      node = child;
    }
    node.pointer = pointer;
  }
  return root;
}

/** The offset behind the value at `start`. Recursion is as deep as the pointers wanted. */
function locate(
  text: string,
  start: number,
  wanted: Wanted | undefined,
  name: JsonLocation["name"],
  found: Map<string, JsonLocation>,
): number {
  const isOpening = text[start] === "{" || text[start] === "[";
  let end: number;
  if (!isOpening) end = Math.abs(scanScalar(text, start));
  else if (wanted === undefined || wanted.children.size === 0) end = skipContainer(text, start);
  else
    end = text[start] === "{" ? locateMembers(text, start, wanted, found) : locateElements(text, start, wanted, found);
  if (wanted?.pointer !== undefined) {
    found.set(wanted.pointer, { start, end, ...(name === undefined ? {} : { name }) });
  }
  return end;
}

function locateMembers(text: string, start: number, wanted: Wanted, found: Map<string, JsonLocation>): number {
  let offset = skipBlanks(text, start + 1);
  while (text[offset] === '"') {
    const nameEnd = Math.abs(scanString(text, offset));
    const member: unknown = JSON.parse(text.slice(offset, nameEnd));
    const name = { start: offset, end: nameEnd };
    const valueStart = skipBlanks(text, skipBlanks(text, nameEnd) + 1);
    const child = wanted.children.get(String(member));
    if (child !== undefined) forget(child, found);
    offset = skipBlanks(text, locate(text, valueStart, child, name, found));
    if (text[offset] !== ",") break;
    offset = skipBlanks(text, offset + 1);
  }
  return offset + 1;
}

function locateElements(text: string, start: number, wanted: Wanted, found: Map<string, JsonLocation>): number {
  let offset = skipBlanks(text, start + 1);
  for (let index = 0; text[offset] !== "]" && offset < text.length; index += 1) {
    offset = skipBlanks(text, locate(text, offset, wanted.children.get(String(index)), undefined, found));
    if (text[offset] !== ",") break;
    offset = skipBlanks(text, offset + 1);
  }
  return offset + 1;
}

/** What was found under an earlier member of the same name does not exist in the parsed document. */
function forget(wanted: Wanted, found: Map<string, JsonLocation>): void {
  if (wanted.pointer !== undefined) found.delete(wanted.pointer);
  for (const child of wanted.children.values()) forget(child, found);
}

/** The offset behind an array or object, by counting brackets outside of strings. */
function skipContainer(text: string, start: number): number {
  let depth = 0;
  let offset = start;
  do {
    const code = text.charCodeAt(offset);
    if (code === 0x22) {
      offset = Math.abs(scanString(text, offset));
      continue;
    }
    if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    offset += 1;
  } while (depth > 0 && offset < text.length);
  return offset;
}
