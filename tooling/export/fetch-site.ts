import { setTimeout as sleep } from "node:timers/promises";

import { linksOf } from "./page-links.ts";
import { styleLinksOf } from "./style-links.ts";

/** An answer of the site that becomes a file, or a redirect to one. */
export type SitePage =
  | {
      readonly kind: "file";
      /** Path and query on the site. */
      readonly address: string;
      readonly isHtml: boolean;
      readonly contentType: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "redirect"; readonly address: string; readonly target: string };

/** What was found by following every link. */
export interface FetchedSite {
  readonly pages: ReadonlyMap<string, SitePage>;
  /** Addresses that did not answer with a page, and a page that links there. */
  readonly broken: readonly BrokenLink[];
}

/** A link that leads to no page. */
export interface BrokenLink {
  readonly address: string;
  /** Page that has the link. */
  readonly from: string;
  /** HTTP status of the answer. */
  readonly status: number;
}

/** Most pages; a site that never ends is not exported. */
const MAX_PAGES = 50_000;
const CONCURRENCY = 4;

/** Parts that need a running server, and states that never end: every past day has pages. */
const LEFT_OUT = /^\/(?:api\/|as-of(?:[/?]|$)|preview\/|search\?|search\.json)/;

/** Follows every link of a site from `seeds`; `origin` has no trailing slash. Throws a TypeError or a TimeoutError where nothing answers. */
export async function fetchSite(
  origin: string,
  seeds: readonly string[],
  onProgress: (count: number) => void = () => {},
): Promise<FetchedSite> {
  const pages = new Map<string, SitePage>();
  const broken: BrokenLink[] = [];
  const seen = new Set(seeds);
  const queue = seeds.map((address) => ({ address, from: "" }));
  const follow = (link: string, from: string): void => {
    const address = exportedAddress(link, origin, from);
    if (address === undefined || seen.has(address) || seen.size >= MAX_PAGES) return;
    seen.add(address);
    queue.push({ address, from });
  };
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { address, from } = next;
      const page = await fetchPage(origin, address);
      if (typeof page === "number") {
        // A seed is a guess at what the site may have.
        if (from !== "") broken.push({ address, from, status: page });
        continue;
      }
      pages.set(address, page);
      onProgress(pages.size);
      if (page.kind === "redirect") follow(page.target, address);
      else for (const link of linksIn(page)) follow(link, address);
    }
  };
  // A worker that finds the queue empty may be early: run rounds until nothing is left.
  while (queue.length > 0) await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { pages, broken };
}

/** Whether an answer is a style sheet. */
export function isStyle({ contentType }: { readonly contentType: string }): boolean {
  return contentType.startsWith("text/css");
}

/** What a page links to, or a style sheet asks for. */
function linksIn(page: Extract<SitePage, { kind: "file" }>): readonly string[] {
  if (page.isHtml) return linksOf(new TextDecoder().decode(page.bytes));
  return isStyle(page) ? styleLinksOf(new TextDecoder().decode(page.bytes)) : [];
}

/**
 * The path and query that a link asks the site for; undefined for other sites and for what is left out. Of the many
 * combinations of filters and orders of a list only single choices are exported.
 */
export function exportedAddress(link: string, origin: string, from: string): string | undefined {
  if (!URL.canParse(link, origin + from)) return undefined;
  const url = new URL(link, origin + from);
  if (url.origin !== new URL(origin).origin || LEFT_OUT.test(url.pathname + url.search)) return undefined;
  const path = url.pathname.replace(/(?<=.)\/$/, "");
  return [...url.searchParams].length > 1 ? path : path + url.search;
}

/** A page that has not come by then will not. */
const LIMIT_MS = 60_000;
/** A server that is overtaxed or being replaced is asked again after these pauses. */
const PAUSES_MS = [300, 1_000, 3_000];

/** The answer for an address; only its status where it is neither a page nor a redirect. */
async function fetchPage(origin: string, address: string): Promise<SitePage | number> {
  let response = await fetch(origin + address, { redirect: "manual", signal: AbortSignal.timeout(LIMIT_MS) });
  for (const pause of PAUSES_MS) {
    if (response.status < 500) break;
    await response.body?.cancel();
    await sleep(pause);
    response = await fetch(origin + address, { redirect: "manual", signal: AbortSignal.timeout(LIMIT_MS) });
  }
  const location = response.headers.get("location");
  if (response.status >= 300 && response.status < 400 && location !== null) {
    await response.body?.cancel();
    const url = new URL(location, origin + address);
    return { kind: "redirect", address, target: url.pathname + url.search + url.hash };
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) return response.status;
  const contentType = response.headers.get("content-type") ?? "";
  return { kind: "file", address, isHtml: contentType.startsWith("text/html"), contentType, bytes };
}
