/** Values that are dear to load and asked for again, within a bound of entries and bytes: what was not used for longest goes. */

/** How much a memory may hold, and how long a value is believed. */
export interface MemoryBounds {
  readonly maxEntries: number;
  /** Of keys and values together, as `sizeOf` counts them. */
  readonly maxBytes: number;
  /** Milliseconds after which a value is loaded again; absent where a value stays true under its key. */
  readonly freshForMs?: number;
}

/** A value and the instants between which it is true: from `since` until just before `until`. */
export interface Loaded<Value> {
  readonly value: Value;
  readonly since?: Date | undefined;
  /** Ends its freshness earlier than the usual time; at `now` or before, it is not kept at all. */
  readonly until?: Date | undefined;
}

/** A memory whose clock is the caller's. Values, never promises: nobody waits for the input and output of another request. */
export interface BoundedMemory<Value> {
  /** The value of a key, loaded where it is not known to be true. What a load brings after a `forget` is not kept. */
  recall(key: string, now: Date, load: () => Promise<Loaded<Value>>): Promise<Value>;
  /** The same for a value that is made without waiting. */
  derive(key: string, now: Date, make: () => Loaded<Value>): Value;
  /** Forgets the value of a key, which was just changed. */
  forget(key: string): void;
  /** Forgets all values. */
  forgetAll(): void;
  /** What is held now. */
  held(): { readonly entries: number; readonly bytes: number };
}

interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  readonly since: number;
  readonly until: number;
  /** Which load brought it, counted from the first. */
  readonly load: number;
}

/** What the map itself takes for an entry, with its object. */
const ENTRY_BYTES = 120;
const BYTES_OF_CHARACTER = 2;

/** A memory of its own. `sizeOf` tells about how many bytes a value takes. */
export function createBoundedMemory<Value>(
  bounds: MemoryBounds,
  sizeOf: (value: Value) => number,
): BoundedMemory<Value> {
  const store = createStore<Value>(bounds);
  /** Counts what was forgotten: a load that began before must not bring back what it read then. */
  let generation = 0;
  let loads = 0;
  const keep = (key: string, now: Date, load: number, { value, since, until }: Loaded<Value>): void => {
    const usualEnd = now.getTime() + (bounds.freshForMs ?? Number.POSITIVE_INFINITY);
    const end = Math.min(usualEnd, until?.getTime() ?? Number.POSITIVE_INFINITY);
    if (end <= now.getTime()) return;
    const bytes = ENTRY_BYTES + key.length * BYTES_OF_CHARACTER + sizeOf(value);
    store.put(key, { value, bytes, since: since?.getTime() ?? Number.NEGATIVE_INFINITY, until: end, load });
  };
  return {
    async recall(key, now, load) {
      const known = store.take(key, now.getTime());
      if (known !== undefined) return known.value;
      const [begun, number] = [generation, (loads += 1)];
      const loaded = await load();
      if (begun === generation) keep(key, now, number, loaded);
      return loaded.value;
    },
    derive(key, now, make) {
      const known = store.take(key, now.getTime());
      if (known !== undefined) return known.value;
      const made = make();
      keep(key, now, (loads += 1), made);
      return made.value;
    },
    forget(key) {
      generation += 1;
      store.drop(key);
    },
    forgetAll() {
      generation += 1;
      store.clear();
    },
    held: store.held,
  };
}

/** The entries within their bounds, the one that was used last at the end. */
function createStore<Value>({ maxEntries, maxBytes }: MemoryBounds) {
  const entries = new Map<string, Entry<Value>>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    drop,
    /** The entry of a key that is true at an instant; used by this. */
    take(key: string, instant: number): Entry<Value> | undefined {
      const known = entries.get(key);
      if (known === undefined || instant < known.since || instant >= known.until) return undefined;
      entries.delete(key);
      entries.set(key, known);
      return known;
    },
    /** Takes an entry in, unless a later load brought one before it; one that is larger than the bound is left out. */
    put(key: string, entry: Entry<Value>): void {
      if ((entries.get(key)?.load ?? 0) > entry.load) return;
      drop(key);
      if (entry.bytes > maxBytes) return;
      for (const oldest of entries.keys()) {
        if (entries.size < maxEntries && bytes + entry.bytes <= maxBytes) break;
        drop(oldest);
      }
      entries.set(key, entry);
      bytes += entry.bytes;
    },
    clear(): void {
      entries.clear();
      bytes = 0;
    },
    held: () => ({ entries: entries.size, bytes }),
  };
}
