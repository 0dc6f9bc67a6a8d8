import { table, type Table } from "#core/base/table.ts";

/** A start tag as the site writes it: values of attributes stand in quotation marks. */
const START_TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;
const ADDRESS = /(\s(?:href|src|action)=")([^"]*)(?=")/g;
/** Readers of link previews need its absolute address, so it is followed and not replaced. */
const PICTURE = /<meta property="og:image" content="([^"]*)"/g;

/** Every address that a page links to or shows in link previews, with character references resolved. */
export function linksOf(html: string): string[] {
  const links: string[] = [];
  mapLinks(html, (link) => {
    links.push(link);
    return link;
  });
  for (const [, picture = ""] of html.matchAll(PICTURE)) links.push(unescape(picture));
  return links;
}

/** The page with each address replaced; text that only looks like a link is left alone. */
export function mapLinks(html: string, map: (link: string) => string): string {
  return html.replace(START_TAG, (tag) =>
    tag.replace(ADDRESS, (_, attribute: string, value: string) => attribute + escape(map(unescape(value)))),
  );
}

const NAMED: Table<string> = table({ amp: "&", quot: '"', lt: "<", gt: ">", apos: "'" });

function unescape(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function escape(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
