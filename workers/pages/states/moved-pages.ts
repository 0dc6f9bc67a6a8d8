import { parseDocumentName } from "#core/standards/documents/document-id.ts";
import { resolveDocumentId } from "#core/standards/history/resolve-document-id.ts";
import { followRedirects } from "#core/standards/publishing/redirects.ts";
import { decodePart } from "#core/base/text/decode-part.ts";
import { editDistance } from "#core/base/text/edit-distance.ts";
import { documentHref } from "#site/standards-index.ts";

import { listPages, type SitePage } from "./site-pages.ts";
import type { SiteView } from "./site-view.ts";

/** Pages that are offered where an address leads nowhere. */
const MAX_SUGGESTIONS = 5;
/** Longer names are not slips of the pen. */
const MAX_TYPED_LENGTH = 80;

/**
 * Where an address of the past leads in a state: what the configuration says, short links such as `/scs-0100`, and
 * documents under an old name. Only pages that exist are answered. `path` has no base and no trailing slash.
 */
export function findMovedPage(view: SiteView, path: string): string | undefined {
  const configured = followRedirects(path, view.snapshot.site.redirects);
  if (configured !== undefined && exists(view, configured)) return configured;
  const [, name] = /^(?:\/standards)?\/([^/]+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const typed = decodePart(name).replace(/\.(?:md|html)$/, "");
  const number = view.index.flatMap(({ numbers }) => numbers).find(({ id }) => id === typed.toLowerCase());
  if (number !== undefined) return number.href;
  const documentId = resolveDocumentId(typed, view.documents);
  return documentId === undefined ? undefined : documentHref(documentId);
}

/** Pages whose address comes close to one that leads nowhere: those of its number, else those with a similar name. */
export function suggestPages(view: SiteView, path: string): { href: string; text: string }[] {
  const typed = decodePart(path.split("/").findLast((segment) => segment !== "") ?? "")
    .toLowerCase()
    .slice(0, MAX_TYPED_LENGTH);
  if (typed === "") return [];
  const pages = listPages(view).map((page) => ({ page, name: nameOf(page) }));
  const [number] = /\d{4}/.exec(typed) ?? [];
  const ofNumber = pages.filter(({ name }) => number !== undefined && name.split("-")[1] === number);
  const near = ofNumber.length > 0 ? ofNumber : pages.filter(({ name }) => isNear(typed, name));
  return near
    .map((candidate) => ({ ...candidate, distance: editDistance(typed, candidate.name) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ page: { href, title } }) => ({ href, text: title }));
}

/** At most a third of the letters differ. */
function isNear(typed: string, name: string): boolean {
  const limit = Math.max(2, Math.floor(typed.length / 3));
  return Math.abs(typed.length - name.length) <= limit && editDistance(typed, name) <= limit;
}

/** The last segment of a page's address in lower case; documents by their id without its slug, where that is typed. */
function nameOf({ href }: SitePage): string {
  return decodePart(href.slice(href.lastIndexOf("/") + 1))
    .toLowerCase()
    .slice(0, MAX_TYPED_LENGTH);
}

/** Pages of other slices are taken at their word; those of documents and numbers are looked up. */
function exists(view: SiteView, path: string): boolean {
  const [, name] = /^\/standards\/(?:[^/]+\/)?([^/#]+)/.exec(path) ?? [];
  if (name === undefined) return true;
  const id = decodePart(name);
  if (parseDocumentName(`${id}.md`) !== undefined) return view.documents.some(({ documentId }) => documentId === id);
  return listPages(view).some(({ href }) => href === path.split("#", 1)[0]);
}
