import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import type { MemoryBounds } from "#core/base/memory/bounded-memory.ts";

import { MEMORY_BOUNDS } from "../../workers/state/memory-bounds.ts";

const BOUNDS: Readonly<Record<string, MemoryBounds>> = MEMORY_BOUNDS;
/** An isolate has 128 MB; a slow check of a password takes 67 of them, the code some 20. */
const MOST_BYTES = 38_000_000;
/** Attempts are counted in three memories: by name, by network, altogether. */
const FURTHER_MEMORIES_OF_ATTEMPTS = 2;

test("all memories of an isolate together leave room for its work", () => {
  const sum = Object.values(BOUNDS).reduce((bytes, { maxBytes }) => bytes + maxBytes, 0);
  expect(sum + FURTHER_MEMORIES_OF_ATTEMPTS * MEMORY_BOUNDS.attempts.maxBytes).toBeLessThanOrEqual(MOST_BYTES);
});

test("the table for operators has every memory with its bounds", async () => {
  const text = await readFile("docs/operations.md", "utf8");
  const section = text.slice(text.indexOf("\n## Memory\n"), text.indexOf("\n## Logins\n"));
  const rows = [...section.matchAll(/^\| `(\w+)` \| [^|]+ \| ([\d,]+) \| ([\d,]+) \| ([^|]+) \|$/gm)];
  const said = rows.map(([, name, bytes = "", entries = "", time]) => {
    const [maxBytes, maxEntries] = [bytes, entries].map((digits) => Number(digits.replaceAll(",", "")));
    return [name, { maxEntries, maxBytes, ...(time === "2 s" ? { freshForMs: 2_000 } : {}) }];
  });
  expect(Object.fromEntries(said)).toEqual(BOUNDS);
});
