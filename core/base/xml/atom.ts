import { escapeXml } from "./escape-xml.ts";

/** An Atom feed (RFC 4287). Texts are plain; whatever they hold, they stay text. */
export interface AtomFeed {
  /** Permanent IRI. */
  readonly id: string;
  readonly title: string;
  /** Absolute address of the feed itself and of the page that it belongs to. */
  readonly selfUrl: string;
  readonly pageUrl: string;
  readonly author: string;
  /** ISO instant of the last change of any entry. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly AtomEntry[];
}

/** One thing that happened. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** ISO instant. */
  readonly updated: string;
  readonly categories: readonly string[];
}

/** The media type of feeds. */
export const ATOM_MEDIA_TYPE = "application/atom+xml; charset=utf-8";

/** Writes a feed; the same feed always gives the same bytes. */
export function writeAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escapeXml(feed.id)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <updated>${escapeXml(feed.updated)}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>`,
    ...feed.entries.flatMap(writeEntry),
    "</feed>",
    "",
  ].join("\n");
}

function writeEntry(entry: AtomEntry): string[] {
  return [
    "  <entry>",
    `    <id>${escapeXml(entry.id)}</id>`,
    `    <title>${escapeXml(entry.title)}</title>`,
    `    <updated>${escapeXml(entry.updated)}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    ...entry.categories.map((term) => `    <category term="${escapeXml(term)}"/>`),
    `    <summary>${escapeXml(entry.summary)}</summary>`,
    "  </entry>",
  ];
}
