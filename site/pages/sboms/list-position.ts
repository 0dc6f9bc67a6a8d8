/** Where in a list a page stands, and what was searched. */
export interface ListPosition {
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** Items that the search found, on all pages. */
  readonly total: number;
}

/** The address of a page of a list; the first page and an empty search need no words. */
export function listHref(path: string, { search }: ListPosition, page: number): string {
  const query = new Map([
    ["q", search],
    ["page", page > 1 ? String(page) : ""],
  ]);
  const words = [...query]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return words.length === 0 ? path : `${path}?${words.join("&")}`;
}

/** How many pages there are; at least one. */
export function pageCount({ total, perPage }: ListPosition): number {
  return Math.max(1, Math.ceil(total / perPage));
}
