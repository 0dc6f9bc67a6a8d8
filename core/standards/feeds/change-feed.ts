import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { changeInWords, type DocumentChange } from "#core/standards/history/document-change.ts";

import type { AtomEntry, AtomFeed } from "#core/base/xml/atom.ts";

/** The changes that came with one activation. */
export interface ChangeSet {
  /** Number of the activation; never used twice. */
  readonly number: number;
  /** ISO instant. */
  readonly at: string;
  readonly changes: readonly DocumentChange[];
}

/** What a feed is about. */
export interface FeedScope {
  readonly title: string;
  readonly author: string;
  /** `https://standards.example`, without trailing slash. */
  readonly origin: string;
  /** Path of the page that the feed belongs to: `/standards/iaas`. */
  readonly path: string;
}

/** A feed without changes needs a date all the same; a fixed one, so that its bytes stay the same. */
export const BEFORE_ALL_CHANGES = "1970-01-01T00:00:00.000Z";

/** The feed of some changes, `sets` newest first. Ids are tag URIs (RFC 4151), which outlive addresses. */
export function changeFeed(sets: readonly ChangeSet[], scope: FeedScope): AtomFeed {
  const { origin, path, title, author } = scope;
  const tag = tagOf(origin);
  return {
    id: `${tag}:${path}`,
    title,
    author,
    selfUrl: `${origin}${path === "/" ? "" : path}/feed.xml`,
    pageUrl: origin + path,
    updated: sets[0]?.at ?? BEFORE_ALL_CHANGES,
    entries: sets.flatMap((set) => set.changes.map((change) => toEntry(set, change, { origin, tag }))),
  };
}

/** The beginning of the tag URIs of a site (RFC 4151, 2.1). */
export function tagOf(origin: string): string {
  return `tag:${origin.replace(/^https?:\/\//, "").replace(/:\d+$/, "")},2026`;
}

function toEntry(set: ChangeSet, change: DocumentChange, place: { origin: string; tag: string }): AtomEntry {
  const { document, kinds } = change;
  const words = changeInWords(change);
  const address = `${place.origin}/standards/${encodeURIComponent(document.documentId)}`;
  return {
    id: `${place.tag}:activation/${set.number}/${document.documentId}`,
    title: `${citedName(document)}: ${words}`,
    summary: `${document.title} (${document.documentId}): ${words}.`,
    // A document that is gone is still to be read as it stood the day before.
    url: kinds.includes("removed") ? `${place.origin}/as-of` : address,
    updated: set.at,
    categories: [...kinds, ...(document.track === undefined ? [] : [document.track])],
  };
}

/** `SCS-0100 v3 Flavor naming`; the id where the file name cannot be read. */
export function citedName({ documentId, number, series, version, title }: DocumentSummary): string {
  if (number === undefined || series === undefined) return `${documentId} ${title}`;
  const prefix = documentId.slice(0, documentId.indexOf(number)).replace(/-$/, "").toUpperCase();
  return `${prefix}-${number} ${series}${version ?? ""} ${title}`;
}
