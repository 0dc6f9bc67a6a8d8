/** `count` of the items in random order, the same for the same seed; all of them, in random order, when there are fewer. */
export function drawSample<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  const next = randomNumbers(seed);
  const rest = [...items];
  for (let index = rest.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [rest[index], rest[other]] = [rest[other] as Item, rest[index] as Item];
  }
  return rest.slice(0, count);
}

/** Mulberry32: small, good enough to draw with, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One in `oneIn` of every group, rounded up, so that no group goes without. What is drawn from a group depends on its key, its
 * items and the seed alone: a change to one group leaves the others as they were, and a larger part holds the smaller one.
 */
export function drawFromEach<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  oneIn: number,
  seed: number,
): readonly Item[] {
  return [...Map.groupBy(items, keyOf)].flatMap(([key, group]) =>
    drawSample(group, Math.ceil(group.length / oneIn), hash(key, seed)),
  );
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
