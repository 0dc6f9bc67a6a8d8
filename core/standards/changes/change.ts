/** A proposed change of a tree: the documents that it touches, before and after, and what stands around them. */
import type { DocumentName } from "#core/standards/documents/document-id.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { TrackSettings } from "#core/standards/checking/check-settings.ts";
import type { ParsedDocument } from "#core/standards/documents/read-document.ts";

import type { RequirementRow } from "./requirement-row.ts";

/**
 * Kinds of change, in the order in which one of them names a whole change: steps in a life first, then the rarer before
 * the everyday ones.
 */
export const CHANGE_KINDS = [
  "delete",
  "reject",
  "deprecate",
  "stabilize",
  "reopen",
  "rename",
  "add-supplement",
  "edit-supplement",
  "edit-retired",
  "edit-stable",
  "add-document",
  "edit-draft",
  "front-matter-only",
  "line-ends-only",
] as const;

/** What a change does to one document. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A document on one side of a change. */
export interface DocumentSide {
  readonly path: string;
  /** Read leniently (`XXXX` counts as `xxxx`); undefined for templates and other files. */
  readonly name: DocumentName | undefined;
  readonly summary: DocumentSummary;
  readonly document: ParsedDocument;
}

/** A document that a change touches; one side is missing where it is added or deleted. */
export type DocumentChange = {
  /** In the order of `CHANGE_KINDS`, never empty. */
  readonly kinds: readonly ChangeKind[];
  /** The text below the front matter is the same on both sides. */
  readonly hasSameBody: boolean;
  /** Both sides read the same: the same words, whatever their markup and their links. */
  readonly hasSameWords: boolean;
  /** What became of the demands of the text; empty where one side is missing and for supplements. */
  readonly requirements: readonly RequirementRow[];
} & (
  | { readonly before: DocumentSide; readonly after: DocumentSide }
  | { readonly before: undefined; readonly after: DocumentSide }
  | { readonly before: DocumentSide; readonly after: undefined }
);

/** The documents of another change that waits to be merged. */
export interface OtherHead {
  /** How people call it: a branch, `#123`. */
  readonly name: string;
  /** File names of its documents. */
  readonly fileNames: readonly string[];
}

/** A file that refers to documents. */
export interface Reference {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything that the rules for changes may look at. */
export interface Change {
  readonly documents: readonly DocumentChange[];
  /** Every document that can be read before and after the change, touched or not. */
  readonly base: readonly DocumentSide[];
  readonly head: readonly DocumentSide[];
  /** File names before and after, with those that are known by name only. */
  readonly baseNames: readonly string[];
  readonly headNames: readonly string[];
  readonly otherHeads: readonly OtherHead[];
  /** Tracks by the second digit of document numbers. */
  readonly tracks: readonly TrackSettings[];
  /** Files of the tree after the change that are no documents but refer to some, such as scope files. */
  readonly references: readonly Reference[];
  /** What the author says about the change. */
  readonly description: string;
}
