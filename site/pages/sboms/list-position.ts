/** Where in a list a page stands, and what was asked for. */
export interface ListPosition {
  /** What narrows and sorts the list, as in the address; empty values count for nothing. */
  readonly filters: Readonly<Record<string, string>>;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** Items that were found, on all pages. */
  readonly total: number;
}

/** The address of a page of a list; the first page and empty filters need no words. */
export function listHref(path: string, { filters }: Pick<ListPosition, "filters">, page: number): string {
  return withQuery(path, { ...filters, page: page > 1 ? String(page) : "" });
}

/** A path with those parameters that say something. */
export function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const words = Object.entries(parameters)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return words.length === 0 ? path : `${path}?${words.join("&")}`;
}

/** How many pages there are; at least one. */
export function pageCount({ total, perPage }: Pick<ListPosition, "total" | "perPage">): number {
  return Math.max(1, Math.ceil(total / perPage));
}

/** Whether anything narrows the list. */
export function isNarrowed({ filters }: ListPosition): boolean {
  return Object.entries(filters).some(([name, value]) => name !== "sort" && value !== "");
}
