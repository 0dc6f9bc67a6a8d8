/** How often something costly may be tried under a name: `burst` times at once, then once every `refillSeconds`. */
export interface AttemptLimit {
  /** Takes an attempt. Answers the seconds to wait where none is left, else 0. */
  take(name: string, now: Date): number;
  /** Gives an attempt back that turned out to be rightful. */
  giveBack(name: string): void;
}

/** Names that are remembered at once; beyond it the one that was not seen for longest is forgotten. */
const MAX_NAMES = 5_000;

/**
 * A limit kept in the memory of an isolate, so that it costs no input and output. Several isolates each have their own; what
 * counts is that none of them can be kept busy.
 */
export function createAttemptLimit(options: { readonly burst: number; readonly refillSeconds: number }): AttemptLimit {
  const { burst, refillSeconds } = options;
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(name, now) {
      const seconds = now.getTime() / 1000;
      const bucket = buckets.get(name) ?? { left: burst, at: seconds };
      const left = Math.min(burst, bucket.left + Math.max(0, seconds - bucket.at) / refillSeconds);
      buckets.delete(name);
      if (buckets.size >= MAX_NAMES) buckets.delete(buckets.keys().next().value ?? "");
      const isFree = left >= 1;
      buckets.set(name, { left: isFree ? left - 1 : left, at: seconds });
      return isFree ? 0 : Math.ceil((1 - left) * refillSeconds);
    },
    giveBack(name) {
      const bucket = buckets.get(name);
      if (bucket !== undefined) bucket.left = Math.min(burst, bucket.left + 1);
    },
  };
}
