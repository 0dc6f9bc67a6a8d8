/** What to copy into a page, a README or a manual: the badge with a link to its status page (SCS-0004, regulation 6). */
import { escapeXml } from "#core/base/xml/escape-xml.ts";

/** Where a badge and what it leads to are; absolute addresses. */
export interface BadgeAddresses {
  readonly image: string;
  /** The same for dark pages; undefined where one image serves both. */
  readonly darkImage: string | undefined;
  readonly statusPage: string;
  /** What the image is about. Never how it stands: that changes, and the copied text does not. */
  readonly alt: string;
  /** In pixels; the width follows the words. */
  readonly height: number;
}

/** A snippet in one language of markup. */
export interface Snippet {
  readonly id: "html" | "markdown" | "rst" | "asciidoc";
  readonly title: string;
  readonly text: string;
}

/** The snippets for a badge. Every address and text is escaped as its language asks. */
export function badgeSnippets(addresses: BadgeAddresses): readonly Snippet[] {
  const { image, statusPage } = addresses;
  const alt = addresses.alt.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const markdownAlt = alt.replace(/[\\`*_[\]<>!&]/g, "\\$&");
  // Neither quotes nor brackets can be written in every version of AsciiDoc.
  const plainAlt = alt
    .replace(/["[\]\\<>{}]+/g, " ")
    .replace(/ +/g, " ")
    .trim();
  return [
    { id: "html", title: "HTML", text: htmlSnippet({ ...addresses, alt }) },
    { id: "markdown", title: "Markdown", text: `[![${markdownAlt}](${image})](${statusPage})` },
    {
      id: "rst",
      title: "reStructuredText",
      text: `.. image:: ${image}\n   :target: ${statusPage}\n   :alt: ${alt}`,
    },
    { id: "asciidoc", title: "AsciiDoc", text: `image:${image}["${plainAlt}",link="${statusPage}"]` },
  ];
}

/** Pages that have a dark theme choose by `<picture>`; an image alone would follow the system, not the page. */
function htmlSnippet({ image, darkImage, statusPage, alt, height }: BadgeAddresses): string {
  const img = `<img src="${escapeXml(image)}" alt="${escapeXml(alt)}" height="${height}">`;
  const picture =
    darkImage === undefined
      ? `  ${img}`
      : [
          "  <picture>",
          `    <source media="(prefers-color-scheme: dark)" srcset="${escapeXml(darkImage)}">`,
          `    ${img}`,
          "  </picture>",
        ].join("\n");
  return `<a href="${escapeXml(statusPage)}">\n${picture}\n</a>`;
}

/** A segment of a path, with the characters escaped that would end an address in one of the languages above. */
export function addressSegment(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
