import type { MiddlewareHandler } from "hono";

/**
 * Values that an isolate keeps for a moment, so that a crowd asking for the same thing costs one look into the database.
 * Values, never promises: a request must not wait for the input and output of another one.
 */
export interface ShortMemory<Value> {
  /** The value of a key, loaded where it is not fresh. `until` ends its freshness earlier than the usual time. */
  recall(key: string, now: Date, load: () => Promise<{ value: Value; until?: Date | undefined }>): Promise<Value>;
  /** Forgets all values: they were just changed. */
  forget(): void;
}

/** How long a change made through another isolate may stay unseen. */
const FRESH_FOR_MS = 2_000;
const MAX_ENTRIES = 1_000;

const memories = new Set<Map<string, unknown>>();

/** A memory of its own; all of them forget at once. */
export function createShortMemory<Value>(): ShortMemory<Value> {
  const entries = new Map<string, { readonly value: Value; readonly freshUntil: number }>();
  memories.add(entries);
  return {
    async recall(key, now, load) {
      const known = entries.get(key);
      if (known !== undefined && now.getTime() < known.freshUntil) return known.value;
      const { value, until } = await load();
      const freshUntil = Math.min(now.getTime() + FRESH_FOR_MS, until?.getTime() ?? Number.POSITIVE_INFINITY);
      if (entries.size >= MAX_ENTRIES) dropOldest(entries);
      entries.delete(key);
      entries.set(key, { value, freshUntil });
      return value;
    },
    forget: () => entries.clear(),
  };
}

/** The oldest go first, so that made-up addresses cannot fill the memory; many at once, as looking for one costs the same. */
function dropOldest(entries: Map<string, unknown>): void {
  let left = MAX_ENTRIES / 4;
  for (const key of entries.keys()) {
    entries.delete(key);
    left -= 1;
    if (left <= 0) return;
  }
}

/**
 * Whoever writes through this isolate reads their own write in it: every memory forgets after anything but a read. What was
 * refused (4xx) or only checked changed nothing, so strangers cannot make memories forget.
 */
export function forgetAfterWrites(): MiddlewareHandler {
  return async function forgetAfterWrites(context, next) {
    await next();
    const isRead = context.req.method === "GET" || context.req.method === "HEAD";
    const isRefused = context.res.status >= 400 && context.res.status < 500;
    if (isRead || isRefused || context.req.path.startsWith(CHECKS)) return;
    forgetEverything();
  };
}

/** Empties every memory. */
export function forgetEverything(): void {
  for (const entries of memories) entries.clear();
}

/** What is sent here is checked for anybody and not stored. */
const CHECKS = "/api/v1/validate/";
