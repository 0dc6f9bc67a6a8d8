import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { SCS_REDIRECTS } from "#core/standards/publishing/redirects.ts";

import { filePathOf, relativeAddress } from "./export-path.ts";
import { exportedAddress, fetchSite, isStyle, type FetchedSite, type SitePage } from "./fetch-site.ts";
import { mapLinks } from "./page-links.ts";
import { mapStyleLinks } from "./style-links.ts";

/** What is exported and where to. */
export interface ExportOptions {
  /** The running site, without trailing slash. */
  readonly origin: string;
  /** Folder that the files are written to. */
  readonly target: string;
  /** Where the export will be read, without trailing slash: feeds, sitemap and linked data name it. */
  readonly publicUrl: string;
  readonly onProgress?: (count: number) => void;
}

/** What was written. */
export interface ExportOutcome {
  readonly files: number;
  readonly bytes: number;
  readonly broken: FetchedSite["broken"];
}

/** Addresses that no page need link to; the frame is asked for by a script. */
const SEEDS = [
  "/diagram-frame",
  "/",
  "/robots.txt",
  "/sitemap.xml",
  "/feed.xml",
  ...SCS_REDIRECTS.map(({ from }) => from),
];

/** Files whose addresses must be absolute. */
const NAMES_ORIGIN = /xml|ld\+json|text\/plain/;

/**
 * Writes a running site as static files: the same addresses, links that work below any folder and from a disk. Nothing
 * is written before all of it was read.
 */
export async function exportSite({ origin, target, publicUrl, onProgress }: ExportOptions): Promise<ExportOutcome> {
  const site = await fetchSite(origin, SEEDS, onProgress);
  const short = await fetchSite(origin, shortLinks(site), () => {});
  const redirects = [...short.pages].filter(([, page]) => page.kind === "redirect");
  const pages = new Map([...redirects, ...site.pages]);
  const paths = new Map([...pages].map(([address, page]) => [address, pathOf(page)]));
  let bytes = 0;
  for (const page of pages.values()) {
    const path = pathOf(page);
    const content = contentOf(page, { origin, publicUrl, path, paths });
    bytes += content.length;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), content);
  }
  return { files: pages.size, bytes, broken: site.broken };
}

/** `/scs-0100` and `/standards/scs-0100`, for every page of a number. */
function shortLinks({ pages }: FetchedSite): string[] {
  return [...pages.keys()].flatMap((address) => {
    const [, number] = /^\/standards\/[^/]+\/([a-z][a-z0-9]*-\d{4})$/.exec(address) ?? [];
    return number === undefined ? [] : [`/${number}`, `/standards/${number}`];
  });
}

function pathOf(page: SitePage): string {
  const { pathname, search } = new URL(page.address, "http://site");
  return filePathOf(pathname, search, page.kind === "redirect" || page.isHtml);
}

interface Place {
  readonly origin: string;
  readonly publicUrl: string;
  readonly path: string;
  /** Address → file. */
  readonly paths: ReadonlyMap<string, string>;
}

function contentOf(page: SitePage, place: Place): Uint8Array {
  if (page.kind === "redirect")
    return new TextEncoder().encode(redirectPage(localLink(page.target, page.address, place)));
  if (!page.isHtml && !isStyle(page) && !NAMES_ORIGIN.test(page.contentType)) return page.bytes;
  const text = new TextDecoder().decode(page.bytes);
  const map = (link: string): string => localLink(link, page.address, place);
  if (isStyle(page)) return new TextEncoder().encode(mapStyleLinks(text, map));
  if (!page.isHtml) return new TextEncoder().encode(text.replaceAll(place.origin, place.publicUrl));
  const links = mapLinks(text, map);
  const html = links.replaceAll(place.origin, place.publicUrl);
  return new TextEncoder().encode(
    page.address === "/search" ? html.replace('<div id="results"', `${NO_SEARCH}$&`) : html,
  );
}

/** The link as it works in the export; what is not part of it stays as it was. */
function localLink(link: string, from: string, { origin, path, paths }: Place): string {
  const address = exportedAddress(link, origin, from);
  const target = address === undefined ? undefined : (paths.get(address) ?? paths.get(address.split("?", 1)[0] ?? ""));
  if (target === undefined) return link;
  const { hash } = new URL(link, origin + from);
  return target === path && hash !== "" ? hash : relativeAddress(path, target) + hash;
}

const NO_SEARCH = "<p>This is a static copy of the site. Search needs a running Stele.</p>\n";

/** Without a server a redirect is a page that leads on. `target` holds no quotation marks: it is an address. */
function redirectPage(target: string): string {
  const href = target.replaceAll("&", "&amp;").replaceAll('"', "%22").replaceAll("<", "%3C");
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8"><title>Moved</title>',
    `<meta http-equiv="refresh" content="0; url=${href}"><link rel="canonical" href="${href}"></head>`,
    `<body><p>This page has moved: <a href="${href}">go on</a>.</p></body></html>`,
    "",
  ].join("\n");
}
