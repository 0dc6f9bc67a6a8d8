/**
 * Which decisions standards rest on, and which scopes demand the standards: three columns and the lines between them.
 * Pure geometry over the published documents; drawn by site/parts/standards/graph-drawing.tsx.
 */
import type { PublishedDocument } from "#core/standards/publishing/published-document.ts";

import type { NumberEntry, StandardsIndex } from "./standards-index.ts";

/** A scope and the documents that its versions include. */
export interface GraphScope {
  readonly name: string;
  readonly href: string;
  readonly documentIds: readonly string[];
}

/** A box: a number of documents or a scope. */
export interface GraphNode {
  readonly key: string;
  readonly href: string;
  /** `0100`; empty for a scope. */
  readonly number: string;
  readonly title: string;
}

/** A standard with what is left and right of it. */
export interface GraphRow {
  readonly standard: GraphNode;
  readonly decisions: readonly GraphNode[];
  readonly scopes: readonly GraphNode[];
}

/** All standards that rest on a decision or are demanded by a scope, in the order of their numbers. */
export function decisionGraph(index: StandardsIndex, scopes: readonly GraphScope[]): GraphRow[] {
  const numbers = index.flatMap((track) => track.numbers);
  const numberOf = new Map(numbers.flatMap((number) => idsOf(number).map((id) => [id, number] as const)));
  const reach = new Map(numbers.map((number) => [number, mentionedNumbers(number, numberOf)]));
  const decisions = numbers.filter(isDecision);
  const rows = numbers
    .filter((number) => !isDecision(number))
    .map((number) => ({
      standard: nodeOf(number),
      // Either text may name the other: a standard its reasons, a decision what it was for.
      decisions: decisions
        .filter((decision) => reach.get(number)?.has(decision) === true || reach.get(decision)?.has(number) === true)
        .map(nodeOf),
      scopes: scopes
        .filter(({ documentIds }) => documentIds.some((id) => numberOf.get(id) === number))
        .map(({ name, href }) => ({ key: href, href, number: "", title: name })),
    }));
  return rows.filter((row) => row.decisions.length + row.scopes.length > 0);
}

/** Boxes and lines in pixels. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (GraphNode & { readonly x: number; readonly y: number })[];
  readonly lines: readonly { readonly from: Point; readonly to: Point }[];
}

/** A point of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Sizes of the drawing in pixels. */
export const GRAPH = { boxWidth: 264, boxHeight: 28, rowHeight: 36, gap: 96 } as const;

/** Standards in the middle; decisions and scopes at the mean height of what they are tied to, so that lines cross little. */
export function layOutGraph(rows: readonly GraphRow[]): GraphLayout {
  const step = GRAPH.boxWidth + GRAPH.gap;
  const middle = rows.map(({ standard }, position) => ({ ...standard, x: step, y: position * GRAPH.rowHeight }));
  const left = column(rows, (row) => row.decisions).map((box) => ({ ...box, x: 0 }));
  const right = column(rows, (row) => row.scopes).map((box) => ({ ...box, x: 2 * step }));
  const boxes = [...left, ...middle, ...right];
  const place = new Map(boxes.map((box) => [box.key, box]));
  const lines = rows.flatMap(({ standard, decisions, scopes }) => [
    ...decisions.map((decision) => line(place.get(decision.key), place.get(standard.key))),
    ...scopes.map((scope) => line(place.get(standard.key), place.get(scope.key))),
  ]);
  const bottom = Math.max(0, ...boxes.map(({ y }) => y));
  return { width: 2 * step + GRAPH.boxWidth, height: bottom + GRAPH.rowHeight, boxes, lines };
}

/** The distinct nodes of one side, each as near to the mean of its rows as its neighbors allow. */
function column(
  rows: readonly GraphRow[],
  side: (row: GraphRow) => readonly GraphNode[],
): (GraphNode & { y: number })[] {
  const positions = new Map<string, { node: GraphNode; at: number[] }>();
  for (const [position, row] of rows.entries()) {
    for (const node of side(row)) {
      const known = positions.get(node.key) ?? { node, at: [] };
      known.at.push(position);
      positions.set(node.key, known);
    }
  }
  const mean = ({ at }: { at: readonly number[] }) => at.reduce((sum, position) => sum + position, 0) / at.length;
  let free = 0;
  return [...positions.values()]
    .sort((a, b) => mean(a) - mean(b))
    .map((entry, index, all) => {
      // Not so low that the rest would not fit above the end, not above the one before.
      const lowest = Math.max(free, rows.length - (all.length - index));
      const row = Math.min(Math.max(free, Math.round(mean(entry))), lowest);
      free = row + 1;
      return { ...entry.node, y: row * GRAPH.rowHeight };
    });
}

function line(from: Point | undefined, to: Point | undefined): { from: Point; to: Point } {
  const half = GRAPH.boxHeight / 2;
  return {
    from: { x: (from?.x ?? 0) + GRAPH.boxWidth, y: (from?.y ?? 0) + half },
    to: { x: to?.x ?? 0, y: (to?.y ?? 0) + half },
  };
}

function isDecision({ current }: NumberEntry): boolean {
  return current.document.type === "Decision Record";
}

function idsOf({ versions, supplements }: NumberEntry): string[] {
  return [...versions, ...supplements].map(({ document }) => document.documentId);
}

function mentionedNumbers(number: NumberEntry, numberOf: ReadonlyMap<string, NumberEntry>): Set<NumberEntry> {
  const { mentions = [] }: PublishedDocument = number.current.document;
  const found = mentions.map((id) => numberOf.get(id)).filter((other) => other !== undefined);
  return new Set(found);
}

function nodeOf({ id, title, current }: NumberEntry): GraphNode {
  return { key: id, href: current.href, number: current.document.number ?? "", title };
}
