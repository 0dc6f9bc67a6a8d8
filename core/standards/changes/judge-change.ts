/** The gate for a change: compares two states of a tree and says what happens, whether it may, and who must agree. */
import { DEFAULT_SETTINGS } from "#core/standards/checking/check-settings.ts";
import { fileNameOf } from "#core/standards/documents/document-id.ts";
import { createDocumentMemory, type DocumentMemory } from "#core/standards/checking/document-memory.ts";
import { placeOf } from "#core/standards/checking/report-finding.ts";
import { summarizeDocument } from "#core/standards/documents/summarize.ts";
import { compareFindings, type Finding } from "#core/base/finding.ts";

import { listApprovals } from "./approvals.ts";
import {
  CHANGE_KINDS,
  type Change,
  type DocumentChange,
  type DocumentSide,
  type OtherHead,
  type Reference,
} from "./change.ts";
import { classifyDocument } from "./classify-document.ts";
import { pairDocuments } from "./pair-documents.ts";
import { isTemplate, readName } from "./read-name.ts";
import type { ChangeReport, ChangeRule } from "./rules/change-rule.ts";
import { CHANGE_RULES } from "./rules/index.ts";
import { findWaiver } from "./waiver.ts";
import type { Reason, TouchedDocument, Verdict } from "./verdict.ts";

/** Longest quote, in characters. */
const MAX_QUOTE_LENGTH = 160;

/** A document of a tree: its path with forward slashes, and its bytes. */
export interface DocumentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a judgement may go by besides the two states. */
export interface JudgeOptions {
  /** Other open changes, whose numbers are taken (default: none). */
  readonly otherHeads?: readonly OtherHead[];
  /** What the author says about the change; a line `waiver: <reason>` answers for a tightening (default: nothing). */
  readonly description?: string;
  /** File names of documents that both states have and that were not given (default: none). */
  readonly unchanged?: readonly string[];
  /** Files beside the documents after the change that refer to them, such as scope files (default: none). */
  readonly references?: readonly Reference[];
  /** Default: the tracks of the SCS. */
  readonly tracks?: Change["tracks"];
  /** What is known from earlier checks (default: nothing). */
  readonly memory?: DocumentMemory;
}

/**
 * Judges the change from `base` to `head` (all documents of each, or those that differ, with the names of the others in
 * `unchanged`). Documents that cannot be read are reasons against the change; nothing throws.
 */
export function judgeChange(
  base: readonly DocumentFile[],
  head: readonly DocumentFile[],
  options: JudgeOptions = {},
): Verdict {
  const { memory = createDocumentMemory() } = options;
  const [before, after] = [readSides(base, memory), readSides(head, memory)];
  const change = readChange(before.sides, after.sides, base, head, options);
  // Half a document cannot be compared: it would look like an added or a deleted one.
  const unread = new Set([...before.unreadable, ...after.unreadable].map(({ place }) => fileNameOf(place.path)));
  const documents = change.documents.filter((one) => !unread.has(fileNameIn(one)));
  const judged = { ...change, documents: documents.filter((one) => !isTemplate(fileNameIn(one))) };
  const known = new Map(base.map(({ path, bytes }) => [path, bytes]));
  const unreadable = after.unreadable.filter(({ place: { path } }) => !isSame(known.get(path), head, path));
  const waiver = findWaiver(judged.description);
  const reasons = [
    ...unreadable,
    ...CHANGE_RULES.flatMap((rule) => [...rule.check(judged)].map((report) => toReason(rule, report, waiver))),
  ].sort(compareFindings);
  const kinds = CHANGE_KINDS.filter((kind) => documents.some((document) => document.kinds.includes(kind)));
  return {
    kind: kinds[0] ?? "none",
    kinds,
    allowed: reasons.every(({ severity }) => severity !== "error"),
    newErrors: 0,
    reasons,
    requirements: judged.documents.flatMap(({ requirements }) => requirements),
    approvals: listApprovals(judged.documents, judged.tracks),
    documents: documents.map(describeDocument),
  };
}

/** The bytes of a file did not change. */
function isSame(bytes: Uint8Array | undefined, head: readonly DocumentFile[], path: string): boolean {
  const later = head.find((file) => file.path === path)?.bytes;
  return bytes !== undefined && later?.length === bytes.length && bytes.every((byte, index) => byte === later[index]);
}

function fileNameIn({ before, after }: DocumentChange): string {
  return (after ?? before)?.document.fileName ?? "";
}

function readSides(
  files: readonly DocumentFile[],
  memory: DocumentMemory,
): { readonly sides: DocumentSide[]; readonly unreadable: Finding[] } {
  const sides: DocumentSide[] = [];
  const unreadable: Finding[] = [];
  for (const { path, bytes } of files) {
    const read = memory.read(path, bytes);
    if (read.ok) {
      const document = read.value;
      sides.push({ path, name: readName(document.fileName), summary: summarizeDocument(document), document });
    } else unreadable.push(read.failure);
  }
  return { sides, unreadable };
}

function readChange(
  base: readonly DocumentSide[],
  head: readonly DocumentSide[],
  baseFiles: readonly DocumentFile[],
  headFiles: readonly DocumentFile[],
  {
    otherHeads = [],
    description = "",
    unchanged = [],
    references = [],
    tracks = DEFAULT_SETTINGS.tracks,
  }: JudgeOptions,
): Change {
  const namesOf = (files: readonly DocumentFile[]): string[] => [
    ...new Set([...files.map(({ path }) => fileNameOf(path)), ...unchanged]),
  ];
  const [baseNames, headNames] = [namesOf(baseFiles), namesOf(headFiles)];
  const documents = pairDocuments(base, head, baseNames).flatMap((pair) => classifyDocument(pair) ?? []);
  return { documents, base, head, baseNames, headNames, otherHeads, tracks, references, description };
}

function toReason(rule: ChangeRule, report: ChangeReport, waiver: string | undefined): Reason {
  const { side, message, severity = rule.severity, isWaivable = false } = report;
  const isWaived = isWaivable && severity === "error" && waiver !== undefined;
  return {
    ruleId: rule.id,
    severity: isWaived ? "warning" : severity,
    message,
    place: placeOfReport(report, side),
    source: rule.source,
    ...(isWaived ? { waiver } : {}),
  };
}

function placeOfReport({ field, line }: ChangeReport, { document }: DocumentSide): Finding["place"] {
  if (line !== undefined) {
    const quote = document.lines.lineText(line);
    const place = { path: document.path, start: { line, column: 1 }, end: { line, column: quote.length + 1 } };
    return quote === "" ? place : { ...place, quote: quote.slice(0, MAX_QUOTE_LENGTH) };
  }
  const span = field === undefined ? undefined : document.frontMatter.fields.get(field)?.valueSpan;
  return placeOf(span ?? { start: 0, end: 0 }, document);
}

function describeDocument({ before, after, kinds }: DocumentChange): TouchedDocument {
  const [from, to] = [before?.summary.status, after?.summary.status];
  const path = after?.path ?? before?.path ?? "";
  return {
    path,
    ...(before === undefined || before.path === path ? {} : { previousPath: before.path }),
    kinds,
    ...(from === undefined ? {} : { statusBefore: from }),
    ...(to === undefined ? {} : { statusAfter: to }),
  };
}
