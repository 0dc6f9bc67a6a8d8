import { parseAllDocuments, parseDocument, type Document } from "yaml";

import type { Finding, Place, Source } from "#core/base/finding.ts";
import { pointerTokens } from "#core/base/json/json-pointer.ts";
import type { SchemaError, SchemaValidator } from "#core/base/schema-error.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";

import { findKeyFault, UNCHECKED_KEYS, wordKeyFault } from "./find-key-fault.ts";

/** How findings about a YAML text name themselves and their place. */
export interface YamlOrigin {
  /** Path of the file. */
  readonly path: string;
  /** Rule ids begin with it: `provider` makes `provider-syntax` and `provider-schema`. */
  readonly rule: string;
  readonly source: Source;
  /** Lines before the text in its file, for front matter (default: 0). */
  readonly linesBefore?: number;
}

/** A YAML text that holds what its schema says, or the findings that say why not. */
export interface YamlReading<Value> {
  readonly value: Value | undefined;
  readonly findings: readonly Finding[];
  /** Where the value at a JSON pointer stands, for rules that go beyond the schema. */
  readonly placeAt: (pointer: string) => Place;
}

/** Aliases expand; more than this many is a bomb, not a document. */
const MAX_ALIASES = 100;

/** Complaints shown per file: the first ones explain the rest. */
const MAX_SCHEMA_FINDINGS = 20;

/** Reads one YAML 1.2 document and validates it; every fault is a finding with line and column. Never throws. */
export function readYaml<Value>(
  text: string,
  validate: SchemaValidator<Value>,
  origin: YamlOrigin,
): YamlReading<Value> {
  const parsed = parse(() => parseDocument(text, UNCHECKED_KEYS));
  return readNode(parsed, validate, createPlacer(text, origin), origin);
}

/** Reads a stream of YAML documents (`---` between them), each on its own: one fault does not hide the others. */
export function readYamlStream<Value>(
  text: string,
  validate: SchemaValidator<Value>,
  origin: YamlOrigin,
): readonly YamlReading<Value>[] {
  const parsed = parse(() => [...parseAllDocuments(text, UNCHECKED_KEYS)]);
  const placer = createPlacer(text, origin);
  if (parsed instanceof Unread) return [readNode<Value>(parsed, validate, placer, origin)];
  return parsed.map((document) => readNode<Value>(document, validate, placer, origin));
}

type Placer = (start: number, end: number) => Place;

function createPlacer(text: string, { path, linesBefore = 0 }: YamlOrigin): Placer {
  const lines = createLineIndex(text);
  return (start, end) => {
    const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
    return {
      path,
      start: { ...from, line: from.line + linesBefore },
      end: { ...to, line: to.line + linesBefore },
      quote: lines.lineText(from.line),
    };
  };
}

/** Why the library could not read a text. */
class Unread {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

const TOO_MANY_ALIASES = Symbol("too many aliases");

/** The library reads nested values by recursion, so a text of nothing but brackets overflows the stack: a RangeError. */
function parse<Parsed>(read: () => Parsed): Parsed | Unread {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return new Unread("The values are nested too deeply; write them flatter.");
    return new Unread(
      `This cannot be read as YAML: ${error instanceof Error ? error.message : "no reason was given"}.`,
    );
  }
}

function readNode<Value>(
  yaml: Document | Unread,
  validate: SchemaValidator<Value>,
  placer: Placer,
  origin: YamlOrigin,
): YamlReading<Value> {
  const placeAt = (pointer: string): Place => ({
    ...placer(...(yaml instanceof Unread ? ([0, 0] as const) : rangeOf(yaml, pointer))),
    pointer: pointer === "" ? "/" : pointer,
  });
  const refuse = (kind: "syntax" | "schema", faults: readonly (readonly [message: string, place: Place])[]) => ({
    value: undefined,
    findings: faults.map(([message, place]): Finding => ({
      ruleId: `${origin.rule}-${kind}`,
      severity: "error",
      message,
      place,
      source: origin.source,
    })),
    placeAt,
  });
  if (yaml instanceof Unread) return refuse("syntax", [[yaml.message, placer(0, 0)]]);
  const keyFault = parse(() => findKeyFault(yaml));
  if (keyFault instanceof Unread) return refuse("syntax", [[keyFault.message, placer(0, 0)]]);
  const [syntaxError] = yaml.errors;
  if (syntaxError !== undefined) {
    return refuse("syntax", [[`This is not YAML: ${syntaxError.message}`, placer(...syntaxError.pos)]]);
  }
  if (keyFault !== undefined) {
    const [start, end] = keyFault.range;
    return refuse("syntax", [[wordKeyFault(keyFault), placer(start, end)]]);
  }
  const value = toValue(yaml);
  if (value === TOO_MANY_ALIASES) {
    const message = `The aliases expand to more than ${MAX_ALIASES} nodes; write the values out.`;
    return refuse("syntax", [[message, placer(0, 0)]]);
  }
  if (validate(value)) return { value, findings: [], placeAt };
  const errors = (validate.errors ?? []).slice(0, MAX_SCHEMA_FINDINGS);
  return refuse(
    "schema",
    errors.map((error) => [wordError(error), placeAt(error.instancePath)]),
  );
}

function wordError({ instancePath, message, params }: SchemaError): string {
  const extra = params["additionalProperty"];
  const named = typeof extra === "string" ? `: \`${extra}\`` : "";
  return `\`${instancePath === "" ? "/" : instancePath}\` ${message ?? "is not valid"}${named}`;
}

function toValue(yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch {
    return TOO_MANY_ALIASES; // the library's ReferenceError
  }
}

function rangeOf(yaml: Document, pointer: string): readonly [number, number] {
  const keys = pointerTokens(pointer);
  const node: unknown = keys.length === 0 ? yaml.contents : yaml.getIn(keys, true);
  const range = (node as { range?: readonly [number, number, number] | null } | undefined)?.range;
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}
