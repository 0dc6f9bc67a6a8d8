/** Follows every internal link of a running site, as a reader with patience would. */

/** A link that leads nowhere, or an answer that is not what a link promises. */
export interface BrokenLink {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** What a crawl saw. */
export interface Crawl {
  /** Paths that answered 200, in the order they were found. */
  readonly pages: readonly string[];
  readonly broken: readonly BrokenLink[];
}

interface Page {
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  /** It shows a value that is none, as programs do whose author forgot a case. */
  readonly hasGap: boolean;
}

const GAP = />\s*(?:undefined|\[object Object\])\s*<|="(?:[^"]*[/=?&])?(?:undefined|\[object Object\])(?:["/&#])/;

/** Crawls from `start`; every page is asked for once, and every `#anchor` must be an id of its page. */
export async function crawl(origin: string, start = "/"): Promise<Crawl> {
  const pages = new Map<string, Page>();
  const edges: { from: string; to: URL }[] = [];
  const queue = [start];
  const worker = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (pages.has(path)) continue;
      pages.set(path, { status: 0, ids: new Set(), links: [], hasGap: false });
      const page = await load(origin, path);
      pages.set(path, page);
      for (const link of page.links) {
        const target = new URL(link, origin + path);
        if (target.origin !== origin) continue;
        edges.push({ from: path, to: target });
        if (!pages.has(target.pathname + target.search)) queue.push(target.pathname + target.search);
      }
    }
  };
  // A worker that finds the queue empty may be early: run rounds until nothing is left.
  while (queue.length > 0) await Promise.all(Array.from({ length: 6 }, worker));
  const seen = new Set<string>();
  const broken = edges.flatMap(({ from, to }): BrokenLink[] => {
    // A link in the frame is on every page: the first one tells.
    if (seen.has(to.href)) return [];
    seen.add(to.href);
    const page = pages.get(to.pathname + to.search);
    if (page === undefined || page.status !== 200) return [{ from, to: to.href, reason: `status ${page?.status}` }];
    const anchor = decodeURIComponent(to.hash.slice(1));
    return anchor === "" || page.ids.has(anchor) ? [] : [{ from, to: to.href, reason: "no such anchor" }];
  });
  for (const [path, { hasGap }] of pages)
    if (hasGap) broken.push({ from: path, to: path, reason: "shows `undefined`" });
  return { pages: [...pages].filter(([, page]) => page.status === 200).map(([path]) => path), broken };
}

async function load(origin: string, path: string): Promise<Page> {
  const response = await fetch(origin + path, { redirect: "follow" });
  const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  const body = await response.text();
  if (!isHtml) return { status: response.status, ids: new Set(), links: [], hasGap: false };
  return {
    status: response.status,
    ids: new Set([...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescape(id ?? ""))),
    hasGap: GAP.test(body),
    // Robots are asked not to follow these: orders and filters of long lists, every place of a source.
    links: [...body.replaceAll(/<a [^>]*rel="nofollow"[^>]*>/g, "").matchAll(/\s(?:href|src)="([^"]*)"/g)].map(
      ([, link]) => unescape(link ?? ""),
    ),
  };
}

function unescape(text: string): string {
  return text
    .replaceAll("&#x26;", "&")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<");
}
