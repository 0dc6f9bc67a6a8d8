/** Two renderings of the same text, made comparable: what renderers may write differently is written one way. */

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Character references that serializers choose between, as the characters that they are. */
function decode(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|(amp|lt|gt|quot));/gi, (_all, hex?: string, name?: string) =>
    hex === undefined ? (NAMED[name ?? ""] ?? "") : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/**
 * HTML with one way to write character references (`«` stands for a `<` that is text), void elements and blank lines
 * between blocks.
 */
export function comparableHtml(html: string): string {
  return html
    .replaceAll(/<\/?[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>|[^<]+|</gi, (token) =>
      /^<\/?[a-z]/i.test(token)
        ? decode(token.replace(/\s*\/>$/, ">")).replaceAll(/(?<=.)</g, "«")
        : decode(token).replaceAll("<", "«"),
    )
    .replaceAll(/\n(?=<\/?(?:p|ul|ol|li|blockquote|h\d|pre|hr|table|thead|tbody|tr|th|td|dl|section)\b)/g, "")
    .replaceAll(
      /(?<=<\/?(?:p|ul|ol|li|blockquote|h\d|pre|hr|table|thead|tbody|tr|th|td|dl|section)(?:\s[^>]*)?>)\n/g,
      "",
    )
    .trim();
}

/** What Stele adds to a rendering for its readers: anchors, focus for what scrolls, colors of code, marks of links. */
export function withoutAdditions(html: string): string {
  return html
    .replaceAll(/<a class="heading-anchor" href="[^"]*" aria-label="[^"]*">#<\/a>/g, "")
    .replaceAll(/<(h[1-6]) id="[^"]*">/g, "<$1>")
    .replaceAll('<pre tabindex="0">', "<pre>")
    .replaceAll(/<tr id="table-\d+-row-\d+">/g, "<tr>")
    .replaceAll(/<div class="table-scroll"[^>]*>(<table>[\s\S]*?<\/table>)<\/div>/g, "$1")
    .replaceAll(/<span class="hljs-[^"]*">|<\/span>/g, "")
    .replaceAll(' rel="external noopener"', "");
}
