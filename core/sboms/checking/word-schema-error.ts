import { table, type Table } from "#core/base/table.ts";
import type { SchemaError } from "#core/base/schema-error.ts";

import { quoteValue } from "./quote-value.ts";
import type { Suggest } from "./suggest-value.ts";

/** What a schema error says to a person. */
export interface WordedError {
  /** Actual, then expected. */
  readonly message: string;
  /** The allowed value that was probably meant. */
  readonly replacement?: string;
}

/** Says a schema error in words. `value` is what stands at the place. */
export function wordSchemaError(error: SchemaError, value: unknown, suggest: Suggest): WordedError {
  if (error.keyword === "enum" && Array.isArray(error.params["allowedValues"])) {
    return wordEnum(value, error.params["allowedValues"], suggest);
  }
  const word = WORDS[error.keyword];
  const message = word?.(error.params, value) ?? `${quoteValue(value)} ${error.message ?? "does not fit the schema"}`;
  return { message };
}

type Params = SchemaError["params"];

const WORDS: Table<(params: Params, value: unknown) => string> = table({
  required: ({ missingProperty }) => `\`${String(missingProperty)}\` is missing, the schema requires it`,
  additionalProperties: ({ additionalProperty }) =>
    `Unexpected member ${quoteValue(additionalProperty)}, the schema knows no such member here`,
  type: ({ type }, value) => `Unexpected ${kindOf(value)} ${quoteValue(value)}, expected ${expectedKinds(type)}`,
  const: ({ allowedValue }, value) => `Unexpected ${quoteValue(value)}, expected ${quoteValue(allowedValue)}`,
  pattern: ({ pattern }, value) => `Unexpected ${quoteValue(value)}, expected ${meaningOf(String(pattern))}`,
  format: ({ format }, value) =>
    `Unexpected ${quoteValue(value)}, expected ${FORMATS[String(format)] ?? String(format)}`,
  minLength: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at least ${String(limit)} characters`,
  maxLength: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at most ${String(limit)} characters`,
  minItems: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at least ${String(limit)} elements`,
  maxItems: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at most ${String(limit)} elements`,
  minimum: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at least ${String(limit)}`,
  maximum: ({ limit }, value) => `Unexpected ${quoteValue(value)}, expected at most ${String(limit)}`,
  uniqueItems: ({ i, j }) => `Elements ${String(i)} and ${String(j)} are equal, expected each element once`,
  oneOf: ({ passingSchemas }, value) =>
    passingSchemas === null
      ? `${quoteValue(value)} fits none of the allowed shapes`
      : `${quoteValue(value)} fits more than one of the shapes that exclude each other, expected exactly one`,
  anyOf: (_params, value) => `${quoteValue(value)} fits none of the allowed shapes`,
});

/** Formats with an example that can be copied. */
const FORMATS: Table<string> = table({
  date: "a date such as `2026-11-20`",
  "date-time": "a date and time (RFC 3339) such as `2026-11-20T10:00:00Z`",
  "idn-email": "an e-mail address",
  email: "an e-mail address",
});

/** What the longer patterns of CycloneDX mean, by their first 18 characters. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ["^([a-fA-F0-9]{32}|", "a hash in hexadecimal digits, as many as its algorithm makes"],
  ["^urn:uuid:[0-9a-f]", "`urn:uuid:` and a UUID in lower case: `urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79`"],
]);

function meaningOf(pattern: string): string {
  return PATTERNS.get(pattern.slice(0, 18)) ?? `text that matches ${quoteValue(pattern)}`;
}

/** Lists of at most this length are shown whole. */
const MAX_SHOWN_VALUES = 8;

function wordEnum(value: unknown, allowed: readonly unknown[], suggest: Suggest): WordedError {
  const suggestion = typeof value === "string" ? suggest(value, allowed) : undefined;
  const expected =
    allowed.length <= MAX_SHOWN_VALUES
      ? `expected ${allowed.map(quoteValue).join(", ")}`
      : `expected one of ${allowed.length} values of the schema`;
  const hint = suggestion === undefined ? "" : `; did you mean ${quoteValue(suggestion)}?`;
  const message = `Unexpected ${quoteValue(value)}, ${expected}${hint}`;
  return suggestion === undefined ? { message } : { message, replacement: suggestion };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return value === undefined ? "nothing" : typeof value;
}

function expectedKinds(type: unknown): string {
  return (Array.isArray(type) ? type : String(type).split(",")).map((kind) => `\`${String(kind)}\``).join(" or ");
}
