import { hasShape, type Shape } from "./shape.ts";

/** Something stored is not what this program stores: it was damaged, or a later version wrote it. */
export class DamagedStore extends Error {}

/** A stored value with its type. `what` names it for the operator; throws a `DamagedStore` that says where it is broken. */
export function readStored<Value>(what: string, shape: Shape<Value>, value: unknown): Value {
  if (hasShape(shape, value)) return value;
  const { pointer, expected } = shape.mismatch(value) ?? { pointer: "", expected: "" };
  throw new DamagedStore(`${what} cannot be read: ${pointer === "" ? "it" : `\`${pointer}\``} should be ${expected}.`);
}

/** The same for what is stored as the text of a JSON value. */
export function readStoredJson<Value>(what: string, shape: Shape<Value>, json: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new DamagedStore(`${what} cannot be read: it should be JSON.`);
  }
  return readStored(what, shape, value);
}

/** The same for what can be made anew: undefined where it does not fit. */
export function fittingJson<Value>(shape: Shape<Value>, json: string): Value | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return hasShape(shape, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
