import { isMap, isNode, isScalar, parseDocument, type Document, type Pair, type YAMLError } from "yaml";

import type { Fix } from "#core/base/finding.ts";
import { wordYamlSyntax } from "#core/base/yaml/word-syntax.ts";

import { findKeyFault, UNCHECKED_KEYS, wordKeyFault, type KeyFault } from "#core/base/yaml/find-key-fault.ts";

/** A stretch of a text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something wrong with the syntax of a front matter block. */
export interface FrontMatterFault {
  readonly message: string;
  readonly span: Span;
  readonly fix?: Fix;
}

/** One field of the front matter with its places. */
export interface FrontMatterField {
  readonly name: string;
  readonly value: unknown;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** The front matter of a document; every fault is kept beside what could be read in spite of it. */
export interface FrontMatter {
  /** The block with both `---` lines; undefined where the document has none. */
  readonly block: Span | undefined;
  /** The YAML between the `---` lines. */
  readonly content: Span;
  /** Where the body begins. */
  readonly bodyStart: number;
  /** Fields in source order. */
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  readonly faults: readonly FrontMatterFault[];
  /** Place of a value by JSON pointer segments; the nearest thing that exists where there is no such value. */
  spanOf(path: readonly string[]): Span;
}

/** Longest front matter, in UTF-16 code units. */
const MAX_FRONT_MATTER_LENGTH = 20_000;
/** Aliases that a front matter may resolve; each more is the beginning of an alias bomb. */
const MAX_ALIASES = 10;
/** Deepest nesting that is read. */
const MAX_DEPTH = 20;

const OPENING = /^---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^---[ \t]*$/gm;

/** Reads the YAML block at the start of a text; never throws, and positions are those of the whole text. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  const start = { start: 0, end: Math.min(text.length, text.search(/\r|\n|$/)) };
  if (opening === null) return withoutFields(undefined, 0, { message: "There is no front matter.", span: start });
  CLOSING.lastIndex = opening[0].length;
  const closing = CLOSING.exec(text);
  if (closing === null) {
    return withoutFields(undefined, 0, { message: "The front matter has no closing `---`.", span: start });
  }
  const content = { start: opening[0].length, end: closing.index };
  const block = { start: 0, end: closing.index + closing[0].length };
  if (content.end - content.start > MAX_FRONT_MATTER_LENGTH) {
    const limit = MAX_FRONT_MATTER_LENGTH.toLocaleString("en");
    return withoutFields(block, block.end, {
      message: `The front matter is longer than ${limit} characters.`,
      span: start,
    });
  }
  return readFields(text, content, block);
}

function withoutFields(block: Span | undefined, bodyStart: number, fault: FrontMatterFault): FrontMatter {
  const content = { start: bodyStart, end: bodyStart };
  return { block, content, bodyStart, fields: new Map(), faults: [fault], spanOf: () => fault.span };
}

function readFields(text: string, content: Span, block: Span): FrontMatter {
  const source = text.slice(content.start, content.end);
  const whole = { start: 0, end: Math.min(block.end, 3) };
  const shift = (from: number, to: number): Span => {
    const start = Math.min(from, source.length);
    // The range of a block value includes the line ending behind it.
    const end = start + source.slice(start, Math.max(start, to)).trimEnd().length;
    return { start: content.start + start, end: content.start + end };
  };
  let yaml: Document;
  let keyFault: KeyFault | undefined;
  try {
    yaml = parseDocument(source, { ...UNCHECKED_KEYS, version: "1.2", schema: "core" });
    keyFault = findKeyFault(yaml);
  } catch (error) {
    // The composer is recursive: hostile nesting exhausts the stack. Anything else is told as it is.
    const message =
      error instanceof RangeError
        ? "The front matter is nested too deep."
        : "The front matter cannot be read; expected `field: value`, one field per line.";
    return withoutFields(block, block.end, { message, span: whole });
  }
  const faults = [...yaml.errors, ...yaml.warnings]
    .slice(0, 1)
    .map((error) => faultOf(error, text, content.start, shift));
  if (keyFault !== undefined) faults.push({ message: wordKeyFault(keyFault), span: shift(...keyFault.range) });
  const fields = new Map<string, FrontMatterField>();
  if (isMap(yaml.contents)) {
    for (const pair of yaml.contents.items) {
      const field = readField(pair, yaml, shift, faults);
      if (field !== undefined && !fields.has(field.name)) fields.set(field.name, field);
    }
  } else if (faults.length === 0) {
    faults.push({ message: "The front matter is not a list of `field: value` lines.", span: whole });
  }
  const spanOf = (path: readonly string[]): Span => spanOfValue(path, yaml, fields, shift) ?? whole;
  return { block, content, bodyStart: block.end, fields, faults, spanOf };
}

function readField(
  pair: Pair,
  yaml: Document,
  shift: (start: number, end: number) => Span,
  faults: FrontMatterFault[],
): FrontMatterField | undefined {
  const { key, value } = pair;
  const [keyStart, keyEnd] = rangeOf(key) ?? [0, 0];
  const keySpan = shift(keyStart, keyEnd);
  if (!isScalar(key)) return undefined; // a key fault
  const valueSpan = shift(...(rangeOf(value) ?? [keyStart, keyEnd]));
  let plain: unknown;
  try {
    plain = isNode(value) ? value.toJS(yaml, { maxAliasCount: MAX_ALIASES }) : null;
  } catch {
    faults.push({ message: "The value resolves too many aliases or is nested too deep.", span: valueSpan });
    return undefined;
  }
  if (depthExceeds(plain, MAX_DEPTH)) {
    faults.push({ message: `The value is nested more than ${MAX_DEPTH} deep.`, span: valueSpan });
    return undefined;
  }
  return { name: String(key.value), value: plain, keySpan, valueSpan };
}

function spanOfValue(
  path: readonly string[],
  yaml: Document,
  fields: ReadonlyMap<string, FrontMatterField>,
  shift: (start: number, end: number) => Span,
): Span | undefined {
  for (let length = path.length; length > 1; length -= 1) {
    const range = rangeOf(yaml.getIn(path.slice(0, length), true));
    if (range !== undefined) return shift(...range);
  }
  const field = fields.get(path[0] ?? "");
  return field === undefined ? undefined : field.valueSpan;
}

/** Start and end of the value of a node, without the white space and comments behind it. */
function rangeOf(node: unknown): [start: number, end: number] | undefined {
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
}

/** Whether a value holds more levels than `limit`; stops at the limit, so depth costs nothing. */
function depthExceeds(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return limit === 0 || Object.values(value).some((inner) => depthExceeds(inner, limit - 1));
}

/** What the parser says first, in plain words: what follows comes of it. */
function faultOf(
  { code, pos }: YAMLError,
  text: string,
  contentStart: number,
  shift: (start: number, end: number) => Span,
): FrontMatterFault {
  return { ...wordYamlSyntax(code, text, contentStart + pos[0]), span: shift(...pos) };
}
