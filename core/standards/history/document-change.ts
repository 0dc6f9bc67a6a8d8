/** What happened to a document between two published states, told by comparing them. */
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

/** A document in one state. */
export interface DocumentState {
  readonly summary: DocumentSummary;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** The same file in two states; undefined where a state does not have it. */
export interface DocumentPair {
  readonly before: DocumentState | undefined;
  readonly after: DocumentState | undefined;
  /** The words of both texts are the same. */
  readonly hasSameWords: boolean;
}

/** Kinds of change, the one that matters most to readers first. */
export const CHANGE_KINDS = [
  "added",
  "removed",
  "moved",
  "stabilized",
  "deprecated",
  "rejected",
  "reopened",
  "retitled",
  "reworded",
  "described",
  "reformatted",
] as const;

/** One kind of change. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of one document. */
export interface DocumentChange {
  readonly document: DocumentSummary;
  /** In the order of `CHANGE_KINDS`; never empty. */
  readonly kinds: readonly ChangeKind[];
  /** For `moved`: the id that the document had before. */
  readonly previousId?: string;
  /** For `retitled`: the title that it had before. */
  readonly previousTitle?: string;
}

/** The changes between two states, by document id. A file that left under one name and came under another has moved. */
export function changesOf(pairs: readonly DocumentPair[]): DocumentChange[] {
  const left = new Map(
    pairs.flatMap(({ before, after }) =>
      before !== undefined && after === undefined ? [[before.sha256, before]] : [],
    ),
  );
  const changes: DocumentChange[] = [];
  const movedFrom = new Set<string>();
  for (const { before, after, hasSameWords } of pairs) {
    if (after === undefined) continue;
    const origin = before === undefined ? left.get(after.sha256) : undefined;
    if (origin !== undefined) movedFrom.add(origin.summary.documentId);
    const change = origin === undefined ? compare(before, after, hasSameWords) : move(origin, after);
    if (change !== undefined) changes.push(change);
  }
  for (const { before, after } of pairs) {
    if (before === undefined || after !== undefined || movedFrom.has(before.summary.documentId)) continue;
    changes.push({ document: before.summary, kinds: ["removed"] });
  }
  return changes.sort((a, b) => (a.document.documentId < b.document.documentId ? -1 : 1));
}

function move(origin: DocumentState, after: DocumentState): DocumentChange {
  return { document: after.summary, kinds: ["moved"], previousId: origin.summary.documentId };
}

function compare(
  before: DocumentState | undefined,
  after: DocumentState,
  hasSameWords: boolean,
): DocumentChange | undefined {
  const document = after.summary;
  if (before === undefined) return { document, kinds: ["added"] };
  if (before.sha256 === after.sha256) return undefined;
  const old = before.summary;
  const kinds = new Set<ChangeKind>();
  if (old.stabilizedAt !== document.stabilizedAt)
    kinds.add(document.stabilizedAt === undefined ? "reopened" : "stabilized");
  if (old.deprecatedAt !== document.deprecatedAt)
    kinds.add(document.deprecatedAt === undefined ? "reopened" : "deprecated");
  if (old.rejectedAt !== document.rejectedAt) kinds.add(document.rejectedAt === undefined ? "reopened" : "rejected");
  if (old.title !== document.title) kinds.add("retitled");
  if (!hasSameWords) kinds.add("reworded");
  const isRestDescribed = kinds.size === 0 && JSON.stringify(old) !== JSON.stringify(document);
  if (isRestDescribed) kinds.add("described");
  if (kinds.size === 0) kinds.add("reformatted");
  return {
    document,
    kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    ...(kinds.has("retitled") ? { previousTitle: old.title } : {}),
  };
}

const WORDS: Record<ChangeKind, (change: DocumentChange) => string> = {
  added: ({ document }) =>
    document.stabilizedAt === undefined ? "added" : `added, stable since ${document.stabilizedAt}`,
  removed: () => "removed",
  moved: ({ previousId }) => `moved here from ${previousId ?? "another number"}`,
  stabilized: ({ document }) => `stable, in force from ${document.stabilizedAt ?? "a later day"}`,
  deprecated: ({ document }) => `deprecated with effect from ${document.deprecatedAt ?? "a later day"}`,
  rejected: ({ document }) => `rejected on ${document.rejectedAt ?? "a later day"}`,
  reopened: () => "an announced date was taken back",
  retitled: ({ previousTitle }) => `title changed, before: ${previousTitle ?? "none"}`,
  reworded: () => "text changed",
  described: () => "header changed",
  reformatted: () => "form changed, same words",
};

/** What happened, in words: `stable, in force from 2023-06-14; text changed`. */
export function changeInWords(change: DocumentChange): string {
  return change.kinds.map((kind) => WORDS[kind](change)).join("; ");
}
