/** Random numbers that the same seed draws the same again. */
export interface Draw {
  /** An integer from 0 up to the limit, which is left out. */
  below(limit: number): number;
  /** One of some things; undefined of none. */
  oneOf<T>(things: readonly T[]): T | undefined;
}

/** A generator after Marsaglia (xorshift, 32 bits). */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const below = (limit: number): number => next() % limit;
  return { below, oneOf: (things) => things[below(Math.max(1, things.length))] };
}
