import * as fc from "fast-check";
import { expect } from "vitest";

import { DamagedStore } from "#core/base/stored/read-stored.ts";

/** A JSON value in which one member, at any depth, is another value, is gone, or stands where it was not. */
function damage(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.jsonValue();
  if (typeof value !== "object" || value === null) return other;
  if (Array.isArray(value)) {
    if (value.length === 0) return other;
    return fc.nat(value.length - 1).chain((index) => damage(value[index]).map((member) => value.with(index, member)));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return other;
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...entries)
        .chain(([name, member]) => damage(member).map((one) => ({ ...value, [name]: one }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...entries)
        .map(([name]) => Object.fromEntries(entries.filter(([one]) => one !== name))),
    },
    { weight: 1, arbitrary: other },
  );
}

/**
 * Tries a reader on damaged JSON of some good values. What it answers is what stands there; all else is a `DamagedStore`.
 * `look` uses the answer as pages do, so that a wrong type fails there.
 */
export function expectTotal<Value>(
  goods: readonly unknown[],
  read: (json: string) => Value,
  look: (value: Value) => unknown,
): void {
  for (const good of goods) expect(() => look(read(JSON.stringify(good)))).not.toThrow();
  const json = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .constantFrom(...goods)
        .chain(damage)
        .map((value) => JSON.stringify(value)),
    },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...goods).chain((good) => {
        const text = JSON.stringify(good);
        return fc.nat(text.length).map((length) => text.slice(0, length));
      }),
    },
  );
  fc.assert(
    fc.property(json, (stored) => {
      let value: Value;
      try {
        value = read(stored);
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedStore);
        return;
      }
      look(value);
    }),
    { numRuns: 300 },
  );
}
