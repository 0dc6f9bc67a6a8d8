import { withoutTrailing } from "#core/base/text/trim-run.ts";

import type { DocumentSummary } from "./document-summary.ts";
import { fileNameOf, parseDocumentName, referencedId, type DocumentName } from "./document-id.ts";

/** What other documents' rules may ask about a document: plain data, small enough to keep for a whole tree. */
export interface IndexEntry {
  readonly path: string;
  readonly summary: DocumentSummary;
  /** Anchors of its headings. */
  readonly anchors: readonly string[];
  /** Comparable texts of its headings. */
  readonly headings: readonly string[];
  /** Ids of the documents that it links to. */
  readonly links: readonly string[];
}

/** The documents of a tree by id and by number. */
export interface DocumentIndex {
  readonly entries: readonly IndexEntry[];
  /** Whether the whole tree is here, so that what is absent does not exist. */
  readonly isComplete: boolean;
  /** By id or file name; exact case, as addresses are. */
  find(reference: string): IndexEntry | undefined;
  /** Whether a reference leads to a document that is there and cannot be read: its name is known, its content is not. */
  isUnread(reference: string): boolean;
  /** The names of the unread documents of a number. */
  unreadOfNumber(number: string | undefined): readonly DocumentName[];
  /** All documents of a number, main versions and supplements, as far as they have one. */
  ofNumber(number: string | undefined): readonly IndexEntry[];
  /**
   * Whether the repository around the tree has a file or folder; true where its files are not known, and for what lies in
   * hidden folders, which are not listed.
   */
  hasPath(path: string): boolean;
  /** The supplements that name a document. */
  supplementsOf(documentId: string): readonly IndexEntry[];
}

/** What an index may know besides its entries. */
export interface IndexSurroundings {
  /** All files of the repository (default: not known). */
  readonly repositoryPaths?: readonly string[] | undefined;
  /** Paths of documents that are there and cannot be read (default: none). */
  readonly unreadPaths?: readonly string[];
}

/** Indexes the entries of a tree; `isComplete` is false when documents are missing whose names are not known either. */
export function createIndex(
  entries: readonly IndexEntry[],
  isComplete: boolean,
  { repositoryPaths, unreadPaths = [] }: IndexSurroundings = {},
): DocumentIndex {
  const unreadIds = new Set(unreadPaths.map((path) => referencedId(fileNameOf(path))));
  const unread = unreadPaths.flatMap((path) => parseDocumentName(fileNameOf(path)) ?? []);
  const paths = repositoryPaths === undefined ? undefined : withFolders(repositoryPaths);
  const byId = new Map(entries.map((entry) => [entry.summary.documentId, entry]));
  const byNumber = groupBy(entries, (entry) => (entry.summary.number === undefined ? [] : [entry.summary.number]));
  const supplements = groupBy(entries, (entry) => entry.summary.supplements.map(referencedId));
  return {
    entries,
    isComplete,
    find: (reference) => byId.get(referencedId(reference)),
    isUnread: (reference) => unreadIds.has(referencedId(reference)),
    unreadOfNumber: (number) => unread.filter((name) => name.number === number),
    ofNumber: (number) => (number === undefined || number === "xxxx" ? [] : (byNumber.get(number) ?? [])),
    hasPath: (path) => paths === undefined || /(?:^|\/)\./.test(path) || paths.has(withoutTrailing(path, "/")),
    supplementsOf: (documentId) => supplements.get(documentId) ?? [],
  };
}

function withFolders(files: readonly string[]): ReadonlySet<string> {
  const paths = new Set(files);
  for (const file of files) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) paths.add(file.slice(0, end));
  }
  return paths;
}

function groupBy(
  entries: readonly IndexEntry[],
  keysOf: (entry: IndexEntry) => readonly string[],
): Map<string, IndexEntry[]> {
  const groups = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
