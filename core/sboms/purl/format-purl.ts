import type { Purl } from "./purl.ts";

/** The canonical text of a purl; the inverse of `parsePurl`. */
export function formatPurl({ type, namespace, name, version, qualifiers, subpath }: Purl): string {
  const path = [type, ...(namespace === undefined ? [] : [encodePath(namespace)]), encodePath(name)].join("/");
  const pairs = [...qualifiers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${encode(value)}`);
  return [
    `pkg:${path}`,
    version === undefined ? "" : `@${encode(version)}`,
    pairs.length === 0 ? "" : `?${pairs.join("&")}`,
    subpath === undefined ? "" : `#${encodePath(subpath)}`,
  ].join("");
}

function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

/** Percent-encoding of the specification: letters, digits, `.`, `-`, `_`, `~` and the colon stay. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%3A", ":");
}
