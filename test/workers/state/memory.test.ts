import { Hono } from "hono";
import { expect, test } from "vitest";

import { createMemory, forgetAfterWrites, forgetEverything, forgetFacts } from "../../../workers/state/memory.ts";

const BOUNDS = { maxEntries: 1_000, maxBytes: 1_000_000, freshForMs: 2_000 };
const START = new Date("2026-11-20T12:00:00Z");
const after = (milliseconds: number) => new Date(START.getTime() + milliseconds);

function counter(until?: Date) {
  let loads = 0;
  return async () => {
    loads += 1;
    return { value: loads, until };
  };
}

test("a value is loaded once in two seconds", async () => {
  const memory = createMemory<number>(BOUNDS);
  const load = counter();
  expect(await memory.recall("a", START, load)).toBe(1);
  expect(await memory.recall("a", after(1_999), load)).toBe(1);
  expect(await memory.recall("a", after(2_000), load)).toBe(2);
});

test("a value is forgotten at the instant at which it stops to be true", async () => {
  const memory = createMemory<number>(BOUNDS);
  const load = counter(after(500));
  expect(await memory.recall("a", START, load)).toBe(1);
  expect(await memory.recall("a", after(499), load)).toBe(1);
  expect(await memory.recall("a", after(500), load)).toBe(2);
});

test("keys are kept apart, and made-up ones push out the oldest", async () => {
  const memory = createMemory<number>(BOUNDS);
  const load = counter();
  await memory.recall("first", START, load);
  for (let index = 0; index < 1_000; index += 1)
    await memory.recall(`made up ${index}`, START, async () => ({ value: 0 }));
  expect(await memory.recall("first", START, load)).toBe(2);
});

test("a write makes every memory forget, a read does not", async () => {
  const memory = createMemory<number>(BOUNDS);
  const load = counter();
  const app = new Hono().use(forgetAfterWrites()).all("/", (context) => context.text("ok"));
  await memory.recall("a", START, load);
  await app.request("/");
  expect(await memory.recall("a", START, load)).toBe(1);
  await app.request("/", { method: "POST" });
  expect(await memory.recall("a", START, load)).toBe(2);
});

test("a write between the beginning of a load and its end is not forgotten", async () => {
  const memory = createMemory<string>(BOUNDS);
  const stored = { text: "before" };
  const app = new Hono().use(forgetAfterWrites()).post("/", (context) => ((stored.text = "after"), context.text("ok")));
  let finish = (): void => {};
  const pause = new Promise<void>((resolve) => (finish = resolve));
  const reader = memory.recall("a", START, async () => {
    const value = stored.text;
    await pause;
    return { value };
  });
  await app.request("/", { method: "POST" });
  finish();
  expect(await reader).toBe("before");
  expect(await memory.recall("a", START, async () => ({ value: stored.text }))).toBe("after");
});

test("a write leaves alone what never changes under its key", async () => {
  const memory = createMemory<number>({ maxEntries: 1, maxBytes: 1_000 });
  const load = counter();
  await memory.recall("digest", START, load);
  forgetFacts();
  expect(await memory.recall("digest", START, load)).toBe(1);
  forgetEverything();
  expect(await memory.recall("digest", START, load)).toBe(2);
});

test("what was refused or only checked makes no memory forget, what failed half-way does", async () => {
  const memory = createMemory<number>(BOUNDS);
  const load = counter();
  const app = new Hono()
    .use(forgetAfterWrites())
    .all("/api/v1/validate/documents", (context) => context.text("ok"))
    .all("/refused", (context) => context.text("no", 401))
    .all("/failed", (context) => context.text("oh", 500));
  await memory.recall("a", START, load);
  await app.request("/refused", { method: "POST" });
  await app.request("/api/v1/validate/documents", { method: "POST" });
  expect(await memory.recall("a", START, load)).toBe(1);
  await app.request("/failed", { method: "POST" });
  expect(await memory.recall("a", START, load)).toBe(2);
});
