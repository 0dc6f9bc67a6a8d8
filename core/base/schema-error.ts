/** What a compiled validator (`#schemas/compiled/*.js`) says about one place of an input; the shape is ajv's. */
export interface SchemaError {
  /** JSON pointer (RFC 6901) of the value that is wrong. */
  readonly instancePath: string;
  /** JSON pointer into the schema, as a URI fragment. */
  readonly schemaPath: string;
  /** The JSON Schema keyword that failed, for example `required`. */
  readonly keyword: string;
  /** Facts by keyword: `missingProperty`, `additionalProperty`, `allowedValues`, `limit`, … */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A validator made at build time: a type guard that leaves its errors behind, as ajv's do. */
export interface SchemaValidator<Valid> {
  (data: unknown): data is Valid;
  /** The errors of the last call; null when it answered true. */
  readonly errors: readonly SchemaError[] | null;
}
