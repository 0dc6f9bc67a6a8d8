/**
 * Shapes of stored things. What comes back from a store is `unknown` until its shape is proved: total, linear, no copy is made.
 * Members that a shape does not name are let through, so that what a later version wrote can still be read.
 */

/** Where a value is not what was expected there: a JSON pointer (RFC 6901), empty for the value itself. */
export interface Mismatch {
  readonly pointer: string;
  readonly expected: string;
}

declare const TYPE: unique symbol;

interface Proof {
  /** The first place at which a value is none of this type; undefined where it is one. */
  readonly mismatch: (value: unknown) => Mismatch | undefined;
}

/** What values of a type look like. */
export interface Shape<Value> extends Proof {
  /** Only for the compiler: a shape of a wider or narrower type is another one. */
  readonly [TYPE]?: (value: Value) => Value;
}

/** Whether a value has a shape. */
export function hasShape<Value>(shape: Shape<Value>, value: unknown): value is Value {
  return shape.mismatch(value) === undefined;
}

function scalar<Value>(expected: string, fits: (value: unknown) => boolean): Shape<Value> {
  const found: Mismatch = { pointer: "", expected };
  return { mismatch: (value) => (fits(value) ? undefined : found) };
}

/** Any text. */
export const text: Shape<string> = scalar("text", (value) => typeof value === "string");

/** Any number that JSON can say. */
export const number: Shape<number> = scalar("a number", (value) => Number.isFinite(value));

/** A point in time as text, for example `2026-11-20T12:00:00Z`. */
export const instant: Shape<string> = scalar("an instant", (value) => {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
});

/** A whole number, or 0 and 1 for no and yes, as databases say it. */
export const whole: Shape<number> = scalar("a whole number", (value) => Number.isSafeInteger(value));

/** True or false. */
export const flag: Shape<boolean> = scalar("true or false", (value) => typeof value === "boolean");

/** Anything; to be looked at by whoever uses it. */
export const anything: Shape<unknown> = scalar("anything", () => true);

/** A text that is one of a few. */
export function oneOf<const Values extends readonly (string | number | boolean)[]>(
  ...values: Values
): Shape<Values[number]> {
  const known: readonly unknown[] = values;
  return scalar(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, (value) => known.includes(value));
}

/** A value, or `null`, as databases say it. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return { mismatch: (value) => (value === null ? undefined : shape.mismatch(value)) };
}

/** A member that may be absent or undefined. */
export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return { mismatch: (value) => (value === undefined ? undefined : shape.mismatch(value)) };
}

/** A list of like things. */
export function list<Value>(shape: Shape<Value>): Shape<readonly Value[]> {
  return {
    mismatch(value) {
      if (!Array.isArray(value)) return { pointer: "", expected: "a list" };
      for (let index = 0; index < value.length; index += 1) {
        const found = shape.mismatch(value[index]);
        if (found !== undefined) return below(String(index), found);
      }
      return undefined;
    },
  };
}

/** A list of two. */
export function pair<First, Second>(first: Shape<First>, second: Shape<Second>): Shape<readonly [First, Second]> {
  return {
    mismatch(value) {
      if (!Array.isArray(value) || value.length !== 2) return { pointer: "", expected: "a list of two" };
      for (const [index, shape] of [first, second].entries()) {
        const found = shape.mismatch(value[index]);
        if (found !== undefined) return below(String(index), found);
      }
      return undefined;
    },
  };
}

/** Any names with like values. */
export function dictionary<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return {
    mismatch(value) {
      if (!isObject(value)) return NO_OBJECT;
      for (const [name, member] of Object.entries(value)) {
        const found = shape.mismatch(member);
        if (found !== undefined) return below(name, found);
      }
      return undefined;
    },
  };
}

/** A shape for each member of a type, optional ones included: none can be forgotten. */
export type Members<Value> = {
  readonly [Name in keyof Value]-?: Shape<
    Pick<Value, Name> extends Required<Pick<Value, Name>> ? Value[Name] : Value[Name] | undefined
  >;
};

/** An object with these members. */
export function object<Value>(members: Members<Value>): Shape<Value> {
  return prove(Object.entries<Proof>(members));
}

/** The type that a shape stands for. */
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

/** An object whose type follows from its members, none of which may be absent: a row of a database. */
export function record<Shapes extends Readonly<Record<string, Proof>>>(
  members: Shapes,
): Shape<{ readonly [Name in keyof Shapes]: ValueOf<Shapes[Name]> }> {
  return prove(Object.entries<Proof>(members));
}

function prove(members: readonly (readonly [string, Proof])[]): Proof {
  return {
    mismatch(value) {
      if (!isObject(value)) return NO_OBJECT;
      for (const [name, shape] of members) {
        const found = shape.mismatch(value[name]);
        if (found !== undefined) return below(name, found);
      }
      return undefined;
    },
  };
}

/** A value of one of two shapes. */
export function either<One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> {
  return { mismatch: (value) => (one.mismatch(value) === undefined ? undefined : other.mismatch(value)) };
}

/** An object of one of several kinds; the member `tag` says of which. */
export function tagged<Value extends { readonly [T in Tag]: string }, Tag extends string>(
  tag: Tag,
  kinds: { readonly [Kind in Value[Tag]]: Shape<Extract<Value, { readonly [T in Tag]: Kind }>> },
): Shape<Value> {
  const shapes = new Map<unknown, Proof>(Object.entries<Proof>(kinds));
  const unknownKind = { pointer: `/${tag}`, expected: `one of ${[...shapes.keys()].join(", ")}` };
  return {
    mismatch(value) {
      if (!isObject(value)) return NO_OBJECT;
      const shape = shapes.get(value[tag]);
      return shape === undefined ? unknownKind : shape.mismatch(value);
    },
  };
}

const NO_OBJECT: Mismatch = { pointer: "", expected: "an object" };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function below(name: string, { pointer, expected }: Mismatch): Mismatch {
  return { pointer: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}${pointer}`, expected };
}
