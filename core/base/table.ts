/** A table in which words are looked up that strangers wrote. */
export type Table<Value> = Readonly<Record<string, Value>>;

/**
 * A table without a prototype: what is not in it is not found, also when it is called `constructor` or `__proto__`. A test (test/tooling/walls)
 * holds that every table that is asked with a variable is one, or a `Map`, or has keys of a closed type.
 */
export function table<Value>(rows: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, rows);
}
