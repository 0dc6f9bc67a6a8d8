import { isMap, isScalar, parseAllDocuments, parseDocument, type Document } from "yaml";

import type { Finding, Fix, Place, Source } from "#core/base/finding.ts";
import { pointerTokens } from "#core/base/json/json-pointer.ts";
import type { SchemaError, SchemaValidator } from "#core/base/schema-error.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";

import { findKeyFault, UNCHECKED_KEYS, wordKeyFault } from "./find-key-fault.ts";
import { wordSchemaError, type NamedSchema, type WordedSchemaError } from "../word-schema-error.ts";
import { wordYamlSyntax } from "./word-syntax.ts";

/** How findings about a YAML text name themselves and their place. */
export interface YamlOrigin {
  /** Path of the file. */
  readonly path: string;
  /** Rule ids begin with it: `provider` makes `provider-syntax` and `provider-schema`. */
  readonly rule: string;
  readonly source: Source;
  /** Lines before the text in its file, for front matter (default: 0). */
  readonly linesBefore?: number;
  /** The schema by which the text is judged, so that findings can name the fields that it knows (default: not known). */
  readonly schema?: NamedSchema;
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
  return readNode(parsed, validate, createPlacer(text, origin), origin, text);
}

/** Reads a stream of YAML documents (`---` between them), each on its own: one fault does not hide the others. */
export function readYamlStream<Value>(
  text: string,
  validate: SchemaValidator<Value>,
  origin: YamlOrigin,
): readonly YamlReading<Value>[] {
  const parsed = parse(() => [...parseAllDocuments(text, UNCHECKED_KEYS)]);
  const placer = createPlacer(text, origin);
  if (parsed instanceof Unread) return [readNode<Value>(parsed, validate, placer, origin, text)];
  return parsed.map((document) => readNode<Value>(document, validate, placer, origin, text));
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
    return new Unread("This cannot be read as YAML; expected `field: value`, one field per line.");
  }
}

function readNode<Value>(
  yaml: Document | Unread,
  validate: SchemaValidator<Value>,
  placer: Placer,
  origin: YamlOrigin,
  source: string,
): YamlReading<Value> {
  const placeAt = (pointer: string): Place => ({
    ...placer(...(yaml instanceof Unread ? ([0, 0] as const) : rangeOf(yaml, pointer))),
    pointer: pointer === "" ? "/" : pointer,
  });
  const refuse = (kind: "syntax" | "schema", faults: readonly Fault[]) => ({
    value: undefined,
    findings: faults.map(([message, place, fix]): Finding => ({
      ruleId: `${origin.rule}-${kind}`,
      severity: "error",
      message,
      place,
      source: origin.source,
      // An edit of a part would be misplaced in the whole.
      ...(fix === undefined || (origin.linesBefore ?? 0) > 0 ? {} : { fix }),
    })),
    placeAt,
  });
  if (yaml instanceof Unread) return refuse("syntax", [[yaml.message, placer(0, 0)]]);
  const keyFault = parse(() => findKeyFault(yaml));
  if (keyFault instanceof Unread) return refuse("syntax", [[keyFault.message, placer(0, 0)]]);
  const [syntaxError] = yaml.errors;
  if (syntaxError !== undefined) {
    const { message, fix } = wordYamlSyntax(syntaxError.code, source, syntaxError.pos[0]);
    return refuse("syntax", [[message, placer(...syntaxError.pos), fix]]);
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
    onePerPlace(errors).map((error) => {
      const worded = wordSchemaError(error, valueAt(value, error.instancePath), origin.schema);
      return [worded.message, placeOfError(error, yaml, placeAt, placer), fixOf(error, worded, yaml)] as const;
    }),
  );
}

type Fault = readonly [message: string, place: Place, fix?: Fix | undefined];

/** One cause, one fault: of several errors at a place the first, but each unknown or missing field for itself. */
function onePerPlace(errors: readonly SchemaError[]): SchemaError[] {
  const seen = new Set<string>();
  return errors.filter(({ instancePath, keyword, params }) => {
    // Says that one of the others is there.
    if (keyword === "if" || (keyword === "propertyNames" && errors.length > 1)) return false;
    const key = JSON.stringify([instancePath, params["additionalProperty"], params["missingProperty"]]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointerTokens(pointer).reduce<unknown>(
    (inner, token) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[token] : undefined,
    value,
  );
}

/** The unknown field itself where one is meant; else the value. */
function placeOfError(error: SchemaError, yaml: Document, placeAt: (pointer: string) => Place, placer: Placer): Place {
  const place = placeAt(error.instancePath);
  const range = keyRange(error, yaml);
  return range === undefined ? place : { ...placer(...range), pointer: place.pointer ?? "/" };
}

/** Where the name of an unknown field stands. */
function keyRange({ instancePath, params }: SchemaError, yaml: Document): readonly [number, number] | undefined {
  const name = params["additionalProperty"];
  const tokens = pointerTokens(instancePath);
  const node: unknown = tokens.length === 0 ? yaml.contents : yaml.getIn(tokens, true);
  if (typeof name !== "string" || !isMap(node)) return undefined;
  const key: unknown = node.items.find((item) => String(item.key) === name)?.key;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : undefined;
}

/** Writes the name that was meant; only where it stands plainly in the text. */
function fixOf(error: SchemaError, { meant }: WordedSchemaError, yaml: Document): Fix | undefined {
  if (meant === undefined) return undefined;
  const range = keyRange(error, yaml) ?? rangeOf(yaml, error.instancePath);
  if (range[1] - range[0] !== meant.written.length) return undefined;
  return { description: `Write \`${meant.name}\``, edits: [{ start: range[0], end: range[1], text: meant.name }] };
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
