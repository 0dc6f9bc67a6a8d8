import type { Context } from "hono";

import type { ListPlace } from "./cloud-list.ts";

const MAX_SEARCH_LENGTH = 100;
/** Longer than any name of a subject. */
const MAX_NAME_LENGTH = 300;

/** Which part of the list of clouds an address asks for: `?q=` narrows it, `?from=` and `?after=` are those of its links. */
export interface AskedPart {
  readonly place: ListPlace;
  readonly search: string;
}

/** Reads it; nonsense is the beginning. */
export function readPart({ req }: Pick<Context, "req">): AskedPart {
  const from = req.query("from") ?? "";
  return {
    place: {
      from: /^\d{1,9}$/.test(from) ? Number(from) : 0,
      after: (req.query("after") ?? "").replaceAll(/\p{Cc}/gu, " ").slice(0, MAX_NAME_LENGTH),
    },
    // No name has characters that nobody can see; the index of names would take one for the end of the text.
    search: (req.query("q") ?? "")
      .replaceAll(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, MAX_SEARCH_LENGTH),
  };
}

/** The address of another part of the same list; undefined where the list ends. */
export function partHref(path: string, search: string, place: ListPlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  const query = new URLSearchParams();
  if (search !== "") query.set("q", search);
  if (place.after !== "") query.set("after", place.after);
  else query.set("from", String(place.from));
  return `${path}?${query.toString()}`;
}

/** The same as a header (RFC 8288), for readers of data. */
export function nextLink(href: string | undefined): Readonly<Record<string, string>> {
  return href === undefined ? {} : { link: `<${href}>; rel="next"` };
}
