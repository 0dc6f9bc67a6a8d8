import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DamagedStore, readStored, readStoredJson } from "#core/base/stored/read-stored.ts";
import {
  anything,
  dictionary,
  either,
  flag,
  hasShape,
  instant,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  pair,
  record,
  tagged,
  text,
  whole,
  type Shape,
} from "#core/base/stored/shape.ts";

interface Sample {
  readonly name: string;
  readonly age?: number;
  readonly tags: readonly string[];
  readonly color: "red" | "green" | null;
  readonly at: { readonly day: string };
}

const sample = object<Sample>({
  name: text,
  age: optional(number),
  tags: list(text),
  color: nullable(oneOf("red", "green")),
  at: object<Sample["at"]>({ day: instant }),
});

const GOOD: Sample = { name: "a", tags: ["x"], color: null, at: { day: "2026-11-20" } };

test("what has the shape is answered as it is, not as a copy", () => {
  expect(readStored("A sample", sample, GOOD)).toBe(GOOD);
  expect(hasShape(sample, { ...GOOD, age: 3, more: "what a later version wrote" })).toBe(true);
});

test("what has not is refused with the place and what should stand there", () => {
  const cases: readonly (readonly [unknown, string, string])[] = [
    [undefined, "", "an object"],
    [[], "", "an object"],
    [{ ...GOOD, name: 1 }, "/name", "text"],
    [{ ...GOOD, age: null }, "/age", "a number"],
    [{ ...GOOD, tags: "x" }, "/tags", "a list"],
    [{ ...GOOD, tags: ["x", 2] }, "/tags/1", "text"],
    [{ ...GOOD, color: "blue" }, "/color", 'one of "red", "green"'],
    [{ ...GOOD, at: { day: "someday" } }, "/at/day", "an instant"],
  ];
  for (const [value, pointer, expected] of cases) expect(sample.mismatch(value)).toEqual({ pointer, expected });
});

test("the message names the thing, the place and the remedy's shape", () => {
  expect(() => readStored("A sample", sample, { ...GOOD, tags: [1] })).toThrow(
    new DamagedStore("A sample cannot be read: `/tags/0` should be text."),
  );
  expect(() => readStoredJson("A sample", sample, "{")).toThrow(
    new DamagedStore("A sample cannot be read: it should be JSON."),
  );
});

test("names in pointers are escaped as RFC 6901 has it", () => {
  expect(dictionary(text).mismatch({ "a/b~c": 1 })?.pointer).toBe("/a~1b~0c");
});

describe("each shape lets its own values through and no others", () => {
  const VALUES: readonly unknown[] = [
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "",
    "red",
    "2026-11-20",
    [],
    ["a"],
    [1],
    ["a", 1],
    {},
    { a: "a" },
    { a: 1 },
    { kind: "one" },
    { kind: "two" },
    { kind: "two", size: 1 },
  ];
  type Kinds = { readonly kind: "one" } | { readonly kind: "two"; readonly size: number };
  const kinds = tagged<Kinds, "kind">("kind", {
    one: object<{ readonly kind: "one" }>({ kind: oneOf("one") }),
    two: object<Extract<Kinds, { readonly kind: "two" }>>({ kind: oneOf("two"), size: number }),
  });
  const CASES: readonly (readonly [
    string,
    Shape<never> | { mismatch: Shape<never>["mismatch"] },
    readonly unknown[],
  ])[] = [
    ["text", text, ["", "red", "2026-11-20"]],
    ["number", number, [0, -1, 1.5]],
    ["whole", whole, [0, -1]],
    ["flag", flag, [true]],
    ["instant", instant, ["2026-11-20"]],
    ["oneOf", oneOf("red", 0, true), [true, 0, "red"]],
    ["nullable", nullable(flag), [null, true]],
    ["optional", optional(flag), [undefined, true]],
    ["list", list(text), [[], ["a"]]],
    ["pair", pair(text, number), [["a", 1]]],
    ["dictionary", dictionary(text), [{}, { a: "a" }, { kind: "one" }, { kind: "two" }]],
    ["record", record({ a: number }), [{ a: 1 }]],
    ["either", either(flag, list(number)), [true, [], [1]]],
    ["tagged", kinds, [{ kind: "one" }, { kind: "two", size: 1 }]],
    ["anything", anything, VALUES],
  ];
  test.each(CASES)("%s", (_, shape, accepted) => {
    expect(VALUES.filter((value) => shape.mismatch(value) === undefined)).toEqual(accepted);
  });
});

/** What a sample is, said slowly and without shapes. */
function isSample(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { name, age, tags, color, at } = value as Record<string, unknown>;
  return (
    typeof name === "string" &&
    (age === undefined || (typeof age === "number" && Number.isFinite(age))) &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === "string") &&
    (color === null || color === "red" || color === "green") &&
    typeof at === "object" &&
    at !== null &&
    !Array.isArray(at) &&
    typeof (at as Record<string, unknown>)["day"] === "string" &&
    !Number.isNaN(new Date((at as Record<string, string>)["day"] ?? "").getTime())
  );
}

test("whatever stands in the store is either what it should be or refused, never anything else", () => {
  const good = fc.record({
    name: fc.string(),
    age: fc.option(fc.integer(), { nil: undefined }),
    tags: fc.array(fc.string()),
    color: fc.constantFrom("red", "green", null),
    at: fc.constantFrom({ day: "2026-11-20" }, { day: "then" }),
  });
  const damaged = fc
    .tuple(good, fc.constantFrom("name", "age", "tags", "color", "at"), fc.jsonValue())
    .map(([value, member, other]) => ({ ...value, [member]: other }));
  fc.assert(
    fc.property(fc.oneof(good, damaged, fc.jsonValue()), (value) => {
      expect(hasShape(sample, value)).toBe(isSample(value));
    }),
    { numRuns: 2_000 },
  );
});
