import * as fc from "fast-check";
import { expect, test } from "vitest";

import { createBoundedMemory, type Loaded, type MemoryBounds } from "#core/base/memory/bounded-memory.ts";

const START = new Date("2026-11-20T12:00:00Z");
const after = (milliseconds: number): Date => new Date(START.getTime() + milliseconds);
const ROOMY: MemoryBounds = { maxEntries: 100, maxBytes: 1_000_000 };

/** A load that ends when it is told to. */
function pendingLoad<Value>() {
  const { promise, resolve } = Promise.withResolvers<Loaded<Value>>();
  return { load: () => promise, finish: resolve };
}

const never = (): never => {
  throw new Error("It should be known.");
};

test("a value is loaded once and then known", async () => {
  const memory = createBoundedMemory<number>(ROOMY, () => 8);
  expect(await memory.recall("a", START, async () => ({ value: 1 }))).toBe(1);
  expect(await memory.recall("a", after(1e12), never)).toBe(1);
  expect(memory.derive("a", START, never)).toBe(1);
});

test("that there is nothing is known too", async () => {
  const memory = createBoundedMemory<undefined>(ROOMY, () => 0);
  await memory.recall("a", START, async () => ({ value: undefined }));
  expect(await memory.recall("a", START, never)).toBeUndefined();
});

test("where facts change, a value is believed for the usual time, and never longer than it is true", async () => {
  const memory = createBoundedMemory<string>({ ...ROOMY, freshForMs: 2_000 }, () => 8);
  await memory.recall("usual", START, async () => ({ value: "old" }));
  await memory.recall("short", START, async () => ({ value: "old", until: after(500) }));
  await memory.recall("long", START, async () => ({ value: "old", until: after(5_000) }));
  const load = async () => ({ value: "new" });
  expect(await memory.recall("usual", after(1_999), load)).toBe("old");
  expect(await memory.recall("usual", after(2_000), load)).toBe("new");
  expect(await memory.recall("short", after(499), load)).toBe("old");
  expect(await memory.recall("short", after(500), load)).toBe("new");
  expect(await memory.recall("long", after(2_000), load)).toBe("new");
});

test("a value is not told for an instant before it was true", () => {
  const memory = createBoundedMemory<string>(ROOMY, () => 8);
  expect(memory.derive("day", START, () => ({ value: "today", since: START }))).toBe("today");
  expect(memory.derive("day", after(-1), () => ({ value: "yesterday", until: START }))).toBe("yesterday");
});

test("what is true for no time at all is told and not kept", async () => {
  const memory = createBoundedMemory<number>(ROOMY, () => 8);
  expect(await memory.recall("a", START, async () => ({ value: 1, until: START }))).toBe(1);
  expect(memory.held()).toEqual({ entries: 0, bytes: 0 });
});

test("a load that began before a write is told to its reader and forgotten for all others", async () => {
  const memory = createBoundedMemory<string>(ROOMY, () => 8);
  for (const forget of [() => memory.forget("a"), () => memory.forgetAll()]) {
    const { load, finish } = pendingLoad<string>();
    const reader = memory.recall("a", START, load);
    forget();
    finish({ value: "before the write" });
    expect(await reader).toBe("before the write");
    expect(await memory.recall("a", START, async () => ({ value: "after it", until: START }))).toBe("after it");
  }
});

test("of two loads at once, the one that began later stays", async () => {
  const memory = createBoundedMemory<string>(ROOMY, () => 8);
  const [slow, quick] = [pendingLoad<string>(), pendingLoad<string>()];
  const readers = [memory.recall("a", START, slow.load), memory.recall("a", START, quick.load)];
  quick.finish({ value: "later" });
  await readers[1];
  slow.finish({ value: "earlier" });
  expect(await Promise.all(readers)).toEqual(["earlier", "later"]);
  expect(await memory.recall("a", START, never)).toBe("later");
});

test("a load that fails leaves nothing behind", async () => {
  const memory = createBoundedMemory<number>(ROOMY, () => 8);
  await expect(memory.recall("a", START, () => Promise.reject(new Error("no database")))).rejects.toThrow(
    "no database",
  );
  expect(await memory.recall("a", START, async () => ({ value: 1 }))).toBe(1);
});

test("twenty things first read by five readers at once count once each", async () => {
  const bounds = { maxEntries: 20, maxBytes: 20 * 1_000 };
  const memory = createBoundedMemory<string>(bounds, (text) => text.length);
  const names = Array.from({ length: 20 }, (_, number) => `fragment ${number}`);
  const readAll = (load: () => Promise<Loaded<string>>) =>
    Promise.all(Array.from({ length: 5 }, () => names.map((name) => memory.recall(name, START, load))).flat());
  await readAll(async () => ({ value: "x".repeat(800) }));
  await readAll(never);
  expect(memory.held().entries).toBe(20);
});

test("what was used last stays, what is larger than the bound is not kept", async () => {
  const memory = createBoundedMemory<string>({ maxEntries: 2, maxBytes: 1_000 }, (text) => text.length);
  const read = (key: string) => memory.derive(key, START, () => ({ value: key }));
  read("a");
  read("b");
  read("a");
  read("c");
  expect(memory.derive("a", START, never)).toBe("a");
  expect(memory.derive("c", START, never)).toBe("c");
  memory.derive("huge", START, () => ({ value: "x".repeat(1_000) }));
  expect(memory.derive("a", START, never)).toBe("a");
  expect(memory.derive("huge", START, () => ({ value: "made again" }))).toBe("made again");
});

/** What the memory is meant to do, written as slowly as it can be said. */
class SlowMemory {
  entries: { key: string; value: number; bytes: number; since: number; until: number; load: number }[] = [];
  readonly bounds: MemoryBounds;
  constructor(bounds: MemoryBounds) {
    this.bounds = bounds;
  }
  find(key: string, now: number): number | undefined {
    const known = this.entries.find((one) => one.key === key && one.since <= now && now < one.until);
    if (known === undefined) return undefined;
    this.entries = [...this.entries.filter((one) => one !== known), known];
    return known.value;
  }
  keep(key: string, now: number, load: number, { value, since, until }: Loaded<number>): void {
    const end = Math.min(now + (this.bounds.freshForMs ?? Infinity), until?.getTime() ?? Infinity);
    if (end <= now || this.entries.some((one) => one.key === key && one.load > load)) return;
    const bytes = 120 + 2 * key.length + value;
    const others = this.entries.filter((one) => one.key !== key);
    const entry = { key, value, bytes, since: since?.getTime() ?? -Infinity, until: end, load };
    const kept = bytes > this.bounds.maxBytes ? others : [...others, entry];
    while (kept.length > this.bounds.maxEntries || total(kept) > this.bounds.maxBytes) kept.shift();
    this.entries = kept;
  }
}

function total(entries: readonly { readonly bytes: number }[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

const key = fc.constantFrom("a", "b", "cc", "ddd", "eeee");
const span = fc.record({
  value: fc.nat(400),
  since: fc.option(fc.integer({ min: -50, max: 50 }), { nil: undefined }),
  until: fc.option(fc.integer({ min: -20, max: 300 }), { nil: undefined }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant("begin" as const), key }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("finish" as const), which: fc.nat(5), span }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("derive" as const), key, span }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("wait" as const), ms: fc.integer({ min: -10, max: 90 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("forget" as const), key }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("forgetAll" as const) }) },
);

const bounds = fc.record(
  {
    maxEntries: fc.integer({ min: 1, max: 5 }),
    maxBytes: fc.integer({ min: 100, max: 1_500 }),
    freshForMs: fc.nat(200),
  },
  { requiredKeys: ["maxEntries", "maxBytes"] },
);

test("any order of reads, writes and ends of loads gives what the slow memory gives, within the bounds", async () => {
  await fc.assert(
    fc.asyncProperty(bounds, fc.array(step, { maxLength: 60 }), async (bounds, steps) => {
      const memory = createBoundedMemory<number>(bounds, (value) => value);
      const slow = new SlowMemory(bounds);
      let pending: {
        key: string;
        now: number;
        load: number;
        generation: number;
        end: (loaded: Loaded<number>) => Promise<void>;
      }[] = [];
      let [clock, loads, generation] = [START.getTime(), 0, 0];
      const loadedOf = ({
        value,
        since,
        until,
      }: {
        value: number;
        since?: number | undefined;
        until?: number | undefined;
      }) => ({
        value,
        since: since === undefined ? undefined : new Date(clock + since),
        until: until === undefined ? undefined : new Date(clock + until),
      });
      for (const one of steps) {
        if (one.act === "wait") clock += one.ms;
        else if (one.act === "forget" || one.act === "forgetAll") {
          generation += 1;
          slow.entries = one.act === "forgetAll" ? [] : slow.entries.filter(({ key }) => key !== one.key);
          if (one.act === "forget") memory.forget(one.key);
          else memory.forgetAll();
        } else if (one.act === "derive") {
          const [loaded, known] = [loadedOf(one.span), slow.find(one.key, clock)];
          expect(memory.derive(one.key, new Date(clock), () => loaded)).toBe(known ?? loaded.value);
          if (known === undefined) slow.keep(one.key, clock, (loads += 1), loaded);
        } else if (one.act === "begin") {
          const known = slow.find(one.key, clock);
          const { load, finish } = pendingLoad<number>();
          const reader = memory.recall(one.key, new Date(clock), known === undefined ? load : never);
          if (known !== undefined) expect(await reader).toBe(known);
          else {
            const end = async (loaded: Loaded<number>): Promise<void> => {
              finish(loaded);
              expect(await reader).toBe(loaded.value);
            };
            pending.push({ key: one.key, now: clock, load: (loads += 1), generation, end });
          }
        } else {
          const ending = pending[one.which % Math.max(1, pending.length)];
          if (ending === undefined) continue;
          pending = pending.filter((other) => other !== ending);
          const loaded = loadedOf(one.span);
          await ending.end(loaded);
          if (ending.generation === generation) slow.keep(ending.key, ending.now, ending.load, loaded);
        }
        expect(memory.held()).toEqual({ entries: slow.entries.length, bytes: total(slow.entries) });
        expect(memory.held().bytes).toBeLessThanOrEqual(bounds.maxBytes);
        expect(memory.held().entries).toBeLessThanOrEqual(bounds.maxEntries);
      }
    }),
    { numRuns: 1_000 },
  );
});
