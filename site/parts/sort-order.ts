/** Sorting of tables by links, the same for every table: `?sort=title`, and `?sort=-title` the other way round. */

/** What a table is sorted by. */
export interface SortOrder<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

/** The order that a query asks for; undefined for none and for words that name no column. */
export function readSort<Key extends string>(
  value: string | undefined,
  keys: readonly Key[],
): SortOrder<Key> | undefined {
  const descending = value?.startsWith("-") === true;
  const key = keys.find((one) => one === (descending ? value?.slice(1) : value));
  return key === undefined ? undefined : { key, descending };
}

/** What the head of a column needs to sort by it; `href` gets `sort` added to what it asks for already. */
export function sortLink<Key extends string>(
  href: string,
  key: Key,
  order: SortOrder<Key> | undefined,
): { readonly href: string; readonly current?: "ascending" | "descending" } {
  const isCurrent = order?.key === key;
  const query = `sort=${isCurrent && !order.descending ? "-" : ""}${key}`;
  const address = `${href}${href.includes("?") ? "&" : "?"}${query}`;
  return isCurrent ? { href: address, current: order.descending ? "descending" : "ascending" } : { href: address };
}

/** The rows in an order; as they come without one. Rows without a value stand last either way. */
export function sortRows<Entry, Key extends string>(
  rows: readonly Entry[],
  order: SortOrder<Key> | undefined,
  valueOf: (row: Entry, key: Key) => string | undefined,
): readonly Entry[] {
  if (order === undefined) return rows;
  return rows.toSorted((a, b) => {
    const [first, second] = [valueOf(a, order.key)?.toLowerCase(), valueOf(b, order.key)?.toLowerCase()];
    if (first === second) return 0;
    if (first === undefined) return 1;
    if (second === undefined) return -1;
    return first < second !== order.descending ? -1 : 1;
  });
}
