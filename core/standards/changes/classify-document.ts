import { toString } from "mdast-util-to-string";

import type { ParsedDocument } from "#core/standards/documents/read-document.ts";

import { CHANGE_KINDS, type ChangeKind, type DocumentChange, type DocumentSide } from "./change.ts";
import { compareDemands } from "./compare-demands.ts";
import type { SidePair } from "./pair-documents.ts";

/** Says what a change does to a document; undefined where it does nothing. */
export function classifyDocument(pair: SidePair): DocumentChange | undefined {
  const { before, after } = pair;
  if (after === undefined) {
    return { ...pair, kinds: ["delete"], hasSameBody: false, hasSameWords: false, requirements: [] };
  }
  if (before === undefined) {
    const kinds: ChangeKind[] = [isSupplement(after) ? "add-supplement" : "add-document"];
    return { ...pair, kinds, hasSameBody: false, hasSameWords: false, requirements: [] };
  }
  const hasSameText = before.document.text === after.document.text;
  if (hasSameText && before.path === after.path) return undefined;
  const hasSameBody = hasSameText || bodyOf(before.document) === bodyOf(after.document);
  const hasSameWords = hasSameBody || wordsOf(before.document) === wordsOf(after.document);
  const kinds = new Set(stepsBetween(before, after));
  if (before.path !== after.path) kinds.add("rename");
  if (!hasSameText && !hasStep(kinds))
    kinds.add(hasSameLines(before, after) ? "line-ends-only" : hasSameBody ? "front-matter-only" : editKind(before));
  return {
    ...pair,
    kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
    hasSameBody,
    hasSameWords,
    requirements: hasSameBody || isSupplement(after) ? [] : compareDemands(before.document, after.document),
  };
}

/** Whether two texts differ in nothing but how their lines end. */
function hasSameLines(before: DocumentSide, after: DocumentSide): boolean {
  const linesOf = ({ document: { text } }: DocumentSide): string => text.replaceAll(/\r\n?/g, "\n");
  return linesOf(before) === linesOf(after);
}

/** Whether a document is a supplement, by its name or else by its type. */
export function isSupplement({ name, summary }: DocumentSide): boolean {
  return name === undefined ? summary.type === "Supplement" : name.series === "w";
}

function* stepsBetween({ summary: before }: DocumentSide, { summary: after }: DocumentSide): Iterable<ChangeKind> {
  const isNew = before.status !== after.status;
  if (after.status === "Rejected" && isNew) yield "reject";
  // A date that is announced or supplied later is the same step.
  const isDeprecated = after.status === "Deprecated" && isNew;
  const isAnnounced =
    before.status !== "Deprecated" && after.deprecatedAt !== undefined && before.deprecatedAt === undefined;
  if (isDeprecated || isAnnounced) yield "deprecate";
  if (after.status === "Stable" && isNew && before.status !== "Deprecated" && before.status !== "Rejected") {
    yield "stabilize";
  }
  if (before.status !== undefined && before.status !== "Draft" && isNew) {
    if (after.status === "Draft" || (after.status === "Stable" && before.status !== "Stable")) yield "reopen";
  }
}

function hasStep(kinds: ReadonlySet<ChangeKind>): boolean {
  return (["reject", "deprecate", "stabilize", "reopen"] as const).some((kind) => kinds.has(kind));
}

function editKind(before: DocumentSide): ChangeKind {
  if (isSupplement(before)) return "edit-supplement";
  if (before.summary.status === "Stable") return "edit-stable";
  const isRetired = before.summary.status === "Deprecated" || before.summary.status === "Rejected";
  return isRetired ? "edit-retired" : "edit-draft";
}

function bodyOf({ text, frontMatter }: ParsedDocument): string {
  return text.slice(frontMatter.bodyStart).replaceAll(/\r\n?/g, "\n").trim();
}

/** The text of the body as a reader sees it, without addresses and markup. Every sign counts: `<` is not `>`. */
function wordsOf(document: ParsedDocument): string {
  const root = document.markdown();
  const blocks = root.children.filter(({ type }) => type !== "yaml" && type !== "definition");
  return blocks
    .map((block) => toString(block, { includeHtml: false }).replaceAll(/\s+/g, " ").trim())
    .filter((text) => text !== "")
    .join(" ");
}
