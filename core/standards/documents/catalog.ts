/** Orders documents as readers look for them: by number, then version, supplements beside what they supplement. */
import type { DocumentSummary } from "./document-summary.ts";

/** All documents of one number. */
export interface NumberGroup {
  /** `scs-0100`; for a document whose name cannot be read, its id. */
  readonly id: string;
  /** `0100`, or what stands in its place. */
  readonly number: string;
  readonly track: string;
  /** Title of the newest version. */
  readonly title: string;
  readonly description: string | undefined;
  /** Main documents, oldest version first. */
  readonly versions: readonly DocumentSummary[];
  /** Oldest first. */
  readonly supplements: readonly DocumentSummary[];
}

/** How a document relates to others of the catalog; only documents that exist are named. */
export interface DocumentRelations {
  readonly predecessors: readonly DocumentSummary[];
  readonly successors: readonly DocumentSummary[];
  /** The supplements of this document. */
  readonly supplements: readonly DocumentSummary[];
  /** What this supplement supplements. */
  readonly supplemented: readonly DocumentSummary[];
}

/** Groups documents by number, in the order of their numbers. */
export function groupByNumber(documents: readonly DocumentSummary[]): NumberGroup[] {
  const groups = new Map<string, DocumentSummary[]>();
  for (const document of documents) {
    const id = groupIdOf(document);
    groups.set(id, [...(groups.get(id) ?? []), document]);
  }
  return [...groups]
    .map(([id, members]) => toGroup(id, members))
    .sort((a, b) => compareText(a.number, b.number) || compareText(a.id, b.id));
}

/** `scs-0100` for all versions and supplements of one number. */
export function groupIdOf(document: Pick<DocumentSummary, "documentId" | "number">): string {
  if (document.number === undefined || document.number === "xxxx") return document.documentId;
  return document.documentId.slice(0, document.documentId.indexOf(document.number) + document.number.length);
}

function toGroup(id: string, members: readonly DocumentSummary[]): NumberGroup {
  const sorted = [...members].sort(
    (a, b) => (a.version ?? 0) - (b.version ?? 0) || compareText(a.documentId, b.documentId),
  );
  const versions = sorted.filter((document) => document.series !== "w");
  const newest = versions.at(-1) ?? sorted.at(-1);
  return {
    id,
    number: newest?.number ?? id,
    track: newest?.track ?? "",
    title: newest?.title ?? id,
    description: newest?.description,
    versions,
    supplements: sorted.filter((document) => document.series === "w"),
  };
}

/** The documents before, after and beside a document, as front matter of either side says. */
export function relationsOf(document: DocumentSummary, all: readonly DocumentSummary[]): DocumentRelations {
  const id = document.documentId;
  const names = (list: readonly string[], name: string): boolean => list.some((entry) => refersTo(entry, name));
  const others = all.filter((other) => other.documentId !== id);
  return {
    predecessors: others.filter((other) => names(document.replaces, other.documentId) || names(other.replacedBy, id)),
    successors: others.filter((other) => names(document.replacedBy, other.documentId) || names(other.replaces, id)),
    supplements: others.filter((other) => names(other.supplements, id)),
    supplemented: others.filter((other) => names(document.supplements, other.documentId)),
  };
}

/** Front matter names documents by file name; the ending is often left out. */
function refersTo(entry: string, documentId: string): boolean {
  return entry === documentId || entry === `${documentId}.md`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
