import { posix } from "node:path";

import { decodePart } from "#core/base/text/decode-part.ts";

/** Characters that some file systems refuse in names. */
const REFUSED = /[<>:"|?*\\\u0000-\u001f]/g;

/**
 * The file that an address of the site becomes, relative to the folder of the export: pages are `index.html` in a folder
 * of their name, so that any web server answers the same address; everything with an ending stays a file.
 */
export function filePathOf(pathname: string, search: string, isHtml: boolean): string {
  const segments = pathname.split("/").filter((segment) => segment !== "");
  const safe = segments.map((segment) => safeName(decodePart(segment)));
  if (search !== "") {
    const query = safeName(decodePart(search.slice(1)));
    if (isHtml) safe.push(query);
    // Beside the file without a query, which is no folder; the ending says what it is.
    else safe.push((safe.pop() ?? "index").replace(/(?=\.[^.]*$)|$/, `~${query}`));
  }
  return isHtml ? posix.join(...safe, "index.html") : posix.join(...(safe.length === 0 ? ["index"] : safe));
}

/** The address of one file of the export as seen from another. */
export function relativeAddress(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.split("/").map(encodeURIComponent).join("/");
}

function safeName(name: string): string {
  const safe = name
    .replace(/\//g, "_")
    .replace(REFUSED, (character) => encodeURIComponent(character).replace("*", "%2A"));
  return safe === "." || safe === ".." ? safe.replaceAll(".", "%2E") : safe;
}
