import type { MiddlewareHandler } from "hono";

import { createBoundedMemory, type BoundedMemory, type MemoryBounds } from "#core/base/memory/bounded-memory.ts";
import { sizeOf } from "#core/base/memory/size-of.ts";

type Clearable = Pick<BoundedMemory<unknown>, "forgetAll" | "held">;

const memories = new Map<Clearable, MemoryBounds>();

/**
 * A memory of the isolate, so that a crowd asking for the same thing costs one look into the database or the bucket. Its bounds
 * stand in `MEMORY_BOUNDS`; `sizeOfValue` is for values whose size is known without counting.
 */
export function createMemory<Value>(
  bounds: MemoryBounds,
  sizeOfValue: (value: Value) => number = sizeOf,
): BoundedMemory<Value> {
  const memory = createBoundedMemory<Value>(bounds, sizeOfValue);
  memories.set(memory, bounds);
  return memory;
}

/**
 * Whoever writes through this isolate reads their own write in it: every memory of facts forgets after anything but a read. What
 * was refused (4xx) or only checked changed nothing, so strangers cannot make memories forget.
 */
export function forgetAfterWrites(): MiddlewareHandler {
  return async function forgetAfterWrites(context, next) {
    await next();
    const isRead = context.req.method === "GET" || context.req.method === "HEAD";
    const isRefused = context.res.status >= 400 && context.res.status < 500;
    if (isRead || isRefused || context.req.path.startsWith(CHECKS)) return;
    forgetFacts();
  };
}

/** What is sent here is checked for anybody and not stored. */
const CHECKS = "/api/v1/validate/";

/** Empties the memories of what a write can change: those that believe a value for a while. The others keep what never changes. */
export function forgetFacts(): void {
  for (const [memory, { freshForMs }] of memories) if (freshForMs !== undefined) memory.forgetAll();
}

/** Empties every memory, as if the isolate were new. */
export function forgetEverything(): void {
  for (const memory of memories.keys()) memory.forgetAll();
}

/** Bytes that the memories with these bounds hold now. */
export function heldBytes(bounds: MemoryBounds): number {
  return [...memories].reduce((sum, [memory, own]) => (own === bounds ? sum + memory.held().bytes : sum), 0);
}
