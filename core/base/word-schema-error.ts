import { pointerTokens } from "./json/json-pointer.ts";
import type { SchemaError } from "./schema-error.ts";
import { table, type Table } from "./table.ts";
import { closestName } from "./text/closest-name.ts";

/** A schema as far as names are looked up in it. */
export interface NamedSchema {
  readonly [keyword: string]: unknown;
}

/** What a schema error says to a person, and what was probably meant. */
export interface WordedSchemaError {
  /** One sentence: what stands there, what is expected. */
  readonly message: string;
  /** The name that stands there and the one that was probably meant. */
  readonly meant?: { readonly written: string; readonly name: string };
}

/**
 * Says a schema error in plain words; a validator's own never reach people. `value` is what stands at the place, `schema` (default: not
 * known) tells the names that are allowed there.
 */
export function wordSchemaError(error: SchemaError, value: unknown, schema?: NamedSchema): WordedSchemaError {
  const where = placeInWords(error.instancePath);
  const { keyword, params } = error;
  const extra = params["additionalProperty"];
  if (typeof extra === "string")
    return wordUnknown(`${where} has no field`, extra, fieldsAt(schema, error.instancePath));
  const allowed = params["allowedValues"];
  if (Array.isArray(allowed)) {
    const names = allowed.map(String);
    if (typeof value === "string") return wordUnknown(`${where} cannot be`, value, names);
    return { message: `${where} is ${kindOf(value)}; expected ${oneOf(names)}.` };
  }
  const worded = WORDS[keyword]?.(params, value) ?? "is not what is expected here";
  return { message: `${where} ${worded}.` };
}

const WORDS: Table<(params: SchemaError["params"], value: unknown) => string> = table({
  required: ({ missingProperty }) => `lacks \`${String(missingProperty)}\`; add it`,
  type: ({ type }, value) => `is ${kindOf(value)}; expected ${KINDS[String(type)] ?? String(type)}`,
  pattern: (_params, value) => `is ${shown(value)}, which is not written as such a value is`,
  format: ({ format }, value) => `is ${shown(value)}; expected ${FORMATS[String(format)] ?? String(format)}`,
  minLength: ({ limit }) => `is too short; expected at least ${String(limit)} characters`,
  maxLength: ({ limit }) => `is too long; expected at most ${String(limit)} characters`,
  minItems: ({ limit }) => `has too few entries; expected at least ${String(limit)}`,
  maxItems: ({ limit }) => `has too many entries; expected at most ${String(limit)}`,
  minProperties: ({ limit }) => `has too few fields; expected at least ${String(limit)}`,
  maxProperties: ({ limit }) => `has too many fields; expected at most ${String(limit)}`,
  minimum: ({ limit }, value) => `is ${shown(value)}; expected at least ${String(limit)}`,
  maximum: ({ limit }, value) => `is ${shown(value)}; expected at most ${String(limit)}`,
  uniqueItems: () => "has an entry twice; keep one",
  propertyNames: ({ propertyName }) => `has \`${String(propertyName)}\`, which cannot be a name here`,
  const: ({ allowedValue }, value) => `is ${shown(value)}; expected ${shown(allowedValue)}`,
});

const KINDS: Table<string> = table({
  object: "fields with values",
  array: "a list",
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  null: "nothing",
});

const FORMATS: Table<string> = table({
  date: "a date like `2024-06-30`",
  "date-time": "a time like `2024-06-30T10:00:00Z`",
  uri: "an address like `https://standards.example`",
  email: "an e-mail address",
  uuid: "a UUID like `8c9a7e1c-5d6b-4f35-9a59-30f2f5b0ab3e`",
});

function wordUnknown(what: string, written: string, known: readonly string[]): WordedSchemaError {
  const name = closestName(written, known);
  const remedy = name === undefined ? (known.length === 0 ? "remove it" : `expected ${oneOf(known)}`) : undefined;
  const message = `${what} \`${written.slice(0, 80)}\`; ${remedy ?? `did you mean \`${name ?? ""}\`?`}`;
  return {
    message: remedy === undefined ? message : `${message}.`,
    ...(name === undefined ? {} : { meant: { written, name } }),
  };
}

function oneOf(names: readonly string[]): string {
  const list = names.map((name) => `\`${name}\``).join(", ");
  return names.length === 1 ? list : `one of ${list}`;
}

/** `check.ignores`, entry 2: as a person would say it. */
function placeInWords(pointer: string): string {
  const tokens = pointerTokens(pointer);
  if (tokens.length === 0) return "The file";
  return tokens.reduce((words, token) => {
    if (/^\d+$/.test(token)) return `Entry ${Number(token) + 1} of ${words}`;
    return words === "" || words.startsWith("Entry")
      ? words === ""
        ? `\`${token}\``
        : `\`${token}\` of ${lower(words)}`
      : `${words.slice(0, -1)}.${token}\``;
  }, "");
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : shown(value);
}

function shown(value: unknown): string {
  return `\`${(typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing")).slice(0, 80)}\``;
}

/** The names of the fields that a schema knows at a place of an instance. */
function fieldsAt(schema: NamedSchema | undefined, pointer: string): string[] {
  let at = schema;
  for (const token of pointerTokens(pointer)) {
    at = resolve(at, schema);
    const properties = asSchema(at?.["properties"]);
    at = asSchema(properties?.[token]) ?? asSchema(at?.["items"]) ?? asSchema(at?.["additionalProperties"]);
  }
  return Object.keys(asSchema(resolve(at, schema)?.["properties"]) ?? {});
}

/** What a reference inside the schema stands for. */
function resolve(at: NamedSchema | undefined, root: NamedSchema | undefined): NamedSchema | undefined {
  const reference = at?.["$ref"];
  if (typeof reference !== "string" || !reference.startsWith("#/")) return at;
  return pointerTokens(reference.slice(1)).reduce<NamedSchema | undefined>(
    (part, token) => asSchema(part?.[token]),
    root,
  );
}

function asSchema(value: unknown): NamedSchema | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as NamedSchema) : undefined;
}
