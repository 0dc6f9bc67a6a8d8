import { html as namespaces, parse, type DefaultTreeAdapterTypes } from "parse5";

import { applyEdits, type Edit } from "./edits.ts";
import { mapStyleLinks } from "./style-links.ts";
import { mapRefresh, mapSourceSet } from "./value-links.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

type MapLink = (link: string) => string;

/** Every address that a page links to or shows in link previews, with character references resolved. */
export function linksOf(html: string): string[] {
  const links: string[] = [];
  const note = (link: string): string => {
    links.push(link);
    return link;
  };
  mapLinks(html, note);
  // Readers of link previews need its absolute address, so it is followed and not replaced.
  for (const element of elementsOf(parse(html))) {
    if (element.tagName === "meta" && attributeOf(element, "property") === "og:image") {
      links.push(attributeOf(element, "content") ?? "");
    }
  }
  return links;
}

/**
 * The page with each address replaced, in attributes and in styles, as a browser without scripts reads it; text that only looks like a link
 * is left alone, and every byte outside of a changed address stays as it was.
 */
export function mapLinks(html: string, map: MapLink): string {
  const edits = new Map<number, Edit>();
  // What a template or a reader without scripts sees counts too.
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  for (const element of elementsOf(document)) {
    // The parser repeats elements that were closed in the wrong order: each place is edited once.
    for (const edit of [...attributeEdits(html, element, map), ...styleEdits(html, element, map)])
      edits.set(edit.start, edit);
  }
  return applyEdits(html, [...edits.values()]);
}

/** Attributes that hold one address. */
const ADDRESSES = new Set(["href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest"]);

/** How the addresses in a value are replaced; undefined for attributes without any. */
function mapperOf(element: Element, name: string): ((value: string, map: MapLink) => string) | undefined {
  if (ADDRESSES.has(name)) return (value, map) => map(value);
  if (name === "srcset" || name === "imagesrcset") return mapSourceSet;
  if (name === "style") return mapStyleLinks;
  if (name === "srcdoc") return mapLinks;
  const isRefresh = element.tagName === "meta" && attributeOf(element, "http-equiv")?.toLowerCase() === "refresh";
  return name === "content" && isRefresh ? mapRefresh : undefined;
}

function attributeEdits(html: string, element: Element, map: MapLink): Edit[] {
  return element.attrs.flatMap(({ name, prefix, value }) => {
    // `xlink:href` of a drawing has its prefix apart.
    const place =
      element.sourceCodeLocation?.attrs?.[prefix === undefined || prefix === "" ? name : `${prefix}:${name}`];
    const mapped = mapperOf(element, name)?.(value, map) ?? value;
    if (place === undefined || mapped === value) return [];
    const source = html.slice(place.startOffset, place.endOffset);
    const nameEnd = source.indexOf("=");
    // Without a value there is an empty address.
    const written = nameEnd < 0 ? `${source}=` : source.slice(0, nameEnd + 1 + spacesAfter(source, nameEnd));
    const quote = source.endsWith("'") && nameEnd >= 0 ? "'" : '"';
    return [{ start: place.startOffset, end: place.endOffset, text: written + quote + escape(mapped, quote) + quote }];
  });
}

function spacesAfter(source: string, index: number): number {
  const rest = source.slice(index + 1);
  return rest.length - rest.trimStart().length;
}

function styleEdits(html: string, element: Element, map: MapLink): Edit[] {
  if (element.tagName !== "style") return [];
  // A drawing's style is ordinary text with character references, a page's is not.
  const isPlain = element.namespaceURI === namespaces.NS.HTML;
  return element.childNodes.flatMap((node) => {
    const place = isText(node) ? node.sourceCodeLocation : undefined;
    if (!isText(node) || !place) return [];
    const { startOffset: start, endOffset: end } = place;
    const css = isPlain ? html.slice(start, end) : node.value;
    const mapped = mapStyleLinks(css, map);
    if (mapped === css) return [];
    return [{ start, end, text: isPlain ? mapped : mapped.replaceAll("&", "&amp;").replaceAll("<", "&lt;") }];
  });
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

function escape(value: string, quote: string): string {
  return value.replaceAll("&", "&amp;").replaceAll(quote, quote === '"' ? "&quot;" : "&#39;");
}

function attributeOf(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}

/** All elements, those in templates too; without recursion, because a page may be nested deeply. */
function* elementsOf(root: Node): Generator<Element> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ("tagName" in node) yield node;
    if ("content" in node) stack.push(node.content);
    if ("childNodes" in node) stack.push(...node.childNodes.toReversed());
  }
}
