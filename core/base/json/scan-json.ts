import { failure, success, type Result } from "#core/base/result.ts";

import { childPointer } from "./json-pointer.ts";
import { scanScalar, scanString, skipBlanks } from "./json-tokens.ts";

/** What a text may cost before it is parsed. */
export interface JsonLimits {
  /** Arrays and objects within each other; a document that is one empty object has depth 1. */
  readonly maxDepth: number;
  /** Arrays and objects in all: in memory each costs far more than its two characters. */
  readonly maxContainers: number;
  /** UTF-16 code units of a member's name as written: pointers are made of names, and findings of pointers. */
  readonly maxNameLength: number;
}

/** Facts of a text that is JSON. */
export interface JsonShape {
  /** Members of all objects; more than the parsed document has when a name is repeated. */
  readonly memberCount: number;
  readonly containerCount: number;
}

/** Why a text is refused, with the offset (UTF-16 code units) and the pointer of the place. */
export type JsonRefusal =
  | { readonly kind: "syntax"; readonly offset: number; readonly pointer: string; readonly expected: string }
  | {
      readonly kind: "too-deep" | "too-many-containers" | "name-too-long";
      readonly offset: number;
      readonly pointer: string;
      readonly limit: number;
    };

/**
 * Reads a text as JSON (RFC 8259) without building anything: accepts what `JSON.parse` accepts, but says where it is wrong,
 * and refuses depth before anything recursive meets it. Linear time, memory by depth.
 */
export function scanJson(text: string, limits: JsonLimits): Result<JsonShape, JsonRefusal> {
  return new JsonScanner(text, limits).scan();
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** An array or object that is open at the current offset. */
interface OpenContainer {
  readonly isArray: boolean;
  /** Number of the current element; unused in objects. */
  index: number;
  /** Offset of the name of the current member; -1 before the first and in arrays. */
  nameOffset: number;
}

/** Each step answers whether scanning goes on; it stops with a refusal or at the end of the text. */
class JsonScanner {
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #open: OpenContainer[] = [];
  #offset = 0;
  #memberCount = 0;
  #containerCount = 0;
  #refusal: JsonRefusal | undefined;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  scan(): Result<JsonShape, JsonRefusal> {
    this.#offset = skipBlanks(this.#text, 0);
    while (this.#scanValue()) {
      // the next value
    }
    if (this.#refusal !== undefined) return failure(this.#refusal);
    return success({ memberCount: this.#memberCount, containerCount: this.#containerCount });
  }

  #scanValue(): boolean {
    const code = this.#text.charCodeAt(this.#offset);
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return this.#scanOpening(code === OPEN_BRACKET);
    const end = scanScalar(this.#text, this.#offset);
    if (end < 0) return this.#refuseToken(~end);
    this.#offset = skipBlanks(this.#text, end);
    return this.#scanFollowing();
  }

  #scanOpening(isArray: boolean): boolean {
    const { maxDepth, maxContainers } = this.#limits;
    if (this.#open.length >= maxDepth) return this.#refuseCost("too-deep", maxDepth);
    if (this.#containerCount >= maxContainers) return this.#refuseCost("too-many-containers", maxContainers);
    this.#containerCount += 1;
    this.#open.push({ isArray, index: 0, nameOffset: -1 });
    this.#offset = skipBlanks(this.#text, this.#offset + 1);
    if (this.#text.charCodeAt(this.#offset) === (isArray ? CLOSE_BRACKET : CLOSE_BRACE)) return this.#scanFollowing();
    return isArray || this.#scanName("a name in quotes or `}`");
  }

  /** Behind a value: closes what ends here, up to a comma or the end of the text. */
  #scanFollowing(): boolean {
    for (let current = this.#open.at(-1); current !== undefined; current = this.#open.at(-1)) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === COMMA) {
        current.index += 1;
        this.#offset = skipBlanks(this.#text, this.#offset + 1);
        return current.isArray || this.#scanName("a name in quotes");
      }
      if (code !== (current.isArray ? CLOSE_BRACKET : CLOSE_BRACE)) {
        return this.#refuseSyntax(this.#offset, current.isArray ? "`,` or `]`" : "`,` or `}`");
      }
      this.#open.pop();
      this.#offset = skipBlanks(this.#text, this.#offset + 1);
    }
    return this.#offset < this.#text.length && this.#refuseSyntax(this.#offset, "the end of the text");
  }

  #scanName(expected: string): boolean {
    const start = this.#offset;
    if (this.#text.charCodeAt(start) !== QUOTE) return this.#refuseSyntax(start, expected);
    const end = scanString(this.#text, start);
    if (end < 0) return this.#refuseToken(~end);
    const { maxNameLength } = this.#limits;
    if (end - start - 2 > maxNameLength) return this.#refuseCost("name-too-long", maxNameLength);
    const current = this.#open.at(-1);
    if (current !== undefined) current.nameOffset = start;
    this.#memberCount += 1;
    this.#offset = skipBlanks(this.#text, end);
    if (this.#text.charCodeAt(this.#offset) !== COLON) return this.#refuseSyntax(this.#offset, "`:`");
    this.#offset = skipBlanks(this.#text, this.#offset + 1);
    return true;
  }

  /** The token that starts here is wrong at `offset`. */
  #refuseToken(offset: number): false {
    const start = this.#text[this.#offset] ?? "";
    if (offset === this.#offset) return this.#refuseSyntax(offset, "a value");
    if (start !== '"') return this.#refuseSyntax(offset, "a digit");
    if (this.#text[offset] === undefined) return this.#refuseSyntax(offset, 'the closing `"` of a string');
    const isControl = this.#text.charCodeAt(offset) < 0x20;
    return this.#refuseSyntax(offset, isControl ? 'an escape such as `\\n`, or the closing `"`' : "a valid escape");
  }

  #refuseSyntax(offset: number, expected: string): false {
    this.#refusal = { kind: "syntax", offset, pointer: this.#pointer(), expected };
    return false;
  }

  #refuseCost(kind: Exclude<JsonRefusal["kind"], "syntax">, limit: number): false {
    this.#refusal = { kind, offset: this.#offset, pointer: this.#pointer(), limit };
    return false;
  }

  /** Where the scanner is. */
  #pointer(): string {
    let pointer = "";
    for (const { isArray, index, nameOffset } of this.#open) {
      if (isArray) pointer = childPointer(pointer, index);
      else if (nameOffset >= 0) {
        const name: unknown = JSON.parse(this.#text.slice(nameOffset, scanString(this.#text, nameOffset)));
        pointer = childPointer(pointer, String(name));
      }
    }
    return pointer;
  }
}
