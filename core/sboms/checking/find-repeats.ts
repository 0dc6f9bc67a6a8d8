/** Elements that are taken out at once: a repair is made again where there are more. */
const MAX_REPEATS = 500;

/** Places of the elements of a parsed list that repeat an earlier one; the order of members does not count. Linear time. */
export function findRepeats(elements: readonly unknown[]): readonly number[] {
  const seen = new Set<string>();
  const repeats: number[] = [];
  for (const [index, element] of elements.entries()) {
    const key = JSON.stringify(sortMembers(element));
    if (!seen.has(key)) seen.add(key);
    else if (repeats.push(index) === MAX_REPEATS) break;
  }
  return repeats;
}

/** Recursion is bounded by the depth that documents are held to. */
function sortMembers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sortMembers);
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sortMembers(member)]);
}
