/** Collecting errors without quadratic time or unbounded memory; bundled into the generated validators. */
import type { SchemaError } from "#core/base/schema-error.ts";

/**
 * Beyond this many errors in one list the validator gives up. Every error costs about 200 bytes, and a hostile 10 MB array
 * of numbers would make millions of them.
 */
const MAX_ERRORS = 50_000;

/** Thrown through the generated code, caught by `run`. */
class TooManyErrors extends Error {
  readonly errors: readonly SchemaError[];

  constructor(errors: readonly SchemaError[]) {
    super("too many schema errors");
    this.errors = errors;
  }
}

/** Adds one error in place. */
export function push(errors: SchemaError[], error: SchemaError): number {
  if (errors.length >= MAX_ERRORS) throw new TooManyErrors(errors);
  return errors.push(error);
}

/** Adds errors of a sub-validator in place; the stock `errors = errors.concat(more)` is quadratic. */
export function append(errors: SchemaError[], more: readonly SchemaError[]): SchemaError[] {
  for (const error of more) push(errors, error);
  return errors;
}

/** Runs a generated validator: undefined for valid data, else its errors. */
export function run(
  validator: { (data: unknown): boolean; errors?: readonly SchemaError[] | null },
  data: unknown,
): readonly SchemaError[] | null {
  try {
    return validator(data) ? null : (validator.errors ?? []);
  } catch (error) {
    if (error instanceof TooManyErrors) return error.errors;
    throw error;
  } finally {
    validator.errors = null;
  }
}
