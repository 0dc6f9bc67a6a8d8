import { escapeXml } from "#core/base/xml/escape-xml.ts";

/** A page for search engines. */
export interface SitemapPage {
  /** Absolute. */
  readonly url: string;
  /** ISO instant or date of the last change, where it is known. */
  readonly lastModified?: string | undefined;
}

/** Most addresses in one sitemap (sitemaps.org). */
const MAX_PAGES = 50_000;

/** Writes a sitemap (sitemaps.org, protocol 0.9). */
export function writeSitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.slice(0, MAX_PAGES).map(({ url, lastModified }) => {
    const date = lastModified === undefined ? "" : `<lastmod>${escapeXml(lastModified)}</lastmod>`;
    return `  <url><loc>${escapeXml(url)}</loc>${date}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}
