import { createBoundedMemory } from "#core/base/memory/bounded-memory.ts";
import { sizeOf } from "#core/base/memory/size-of.ts";

import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";

/** How often something costly may be tried under a name: `burst` times at once, then once every `refillSeconds`. */
export interface AttemptLimit {
  /** Takes an attempt. Answers the seconds to wait where none is left, else 0. */
  take(name: string, now: Date): number;
  /** Takes more attempts for one that turned out dear; what is not left is owed, so that the next one waits longer. */
  charge(name: string, attempts: number): void;
  /** Gives an attempt back that turned out to be rightful. */
  giveBack(name: string): void;
}

/**
 * A limit kept in the memory of an isolate, so that it costs no input and output. Several isolates each have their own; what
 * counts is that none of them can be kept busy.
 */
export function createAttemptLimit(options: { readonly burst: number; readonly refillSeconds: number }): AttemptLimit {
  const { burst, refillSeconds } = options;
  const buckets = createBoundedMemory<{ left: number; at: number }>(MEMORY_BOUNDS.attempts, sizeOf);
  // A bucket is true at any time: what was refilled since is added when it is asked for.
  const find = (name: string) => buckets.derive(name, new Date(0), () => ({ value: { left: burst, at: 0 } }));
  return {
    take(name, now) {
      const seconds = now.getTime() / 1000;
      const bucket = find(name);
      const left = Math.min(burst, bucket.left + Math.max(0, seconds - bucket.at) / refillSeconds);
      const isFree = left >= 1;
      bucket.left = isFree ? left - 1 : left;
      bucket.at = seconds;
      return isFree ? 0 : Math.ceil((1 - left) * refillSeconds);
    },
    charge(name, attempts) {
      find(name).left -= attempts;
    },
    giveBack(name) {
      const bucket = find(name);
      bucket.left = Math.min(burst, bucket.left + 1);
    },
  };
}
