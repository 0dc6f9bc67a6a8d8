/** Where the boxes of a neighborhood stand: columns from left to right, each centered. Pure geometry. */
import { GRAPH, type GraphLayout, type GraphNode } from "../../decision-graph.ts";

/** A part of a graph: columns of boxes, and which box is tied to which by their keys. */
export interface Neighborhood {
  readonly columns: readonly (readonly GraphNode[])[];
  readonly ties: readonly (readonly [from: string, to: string])[];
}

/** Places the boxes; empty columns take no room. Ties between boxes that are not drawn are left out. */
export function layOutNeighborhood({ columns, ties }: Neighborhood): GraphLayout {
  const filled = columns.filter((column) => column.length > 0);
  const rows = Math.max(0, ...filled.map((column) => column.length));
  const step = GRAPH.boxWidth + GRAPH.gap;
  const boxes = filled.flatMap((column, index) =>
    column.map((node, row) => ({
      ...node,
      x: index * step,
      y: (row + (rows - column.length) / 2) * GRAPH.rowHeight,
    })),
  );
  const placed = new Map(boxes.map((box) => [box.key, box]));
  const half = GRAPH.boxHeight / 2;
  const lines = ties.flatMap(([from, to]) => {
    const [left, right] = [placed.get(from), placed.get(to)];
    if (left === undefined || right === undefined || left.x >= right.x) return [];
    return [{ from: { x: left.x + GRAPH.boxWidth, y: left.y + half }, to: { x: right.x, y: right.y + half } }];
  });
  const width = Math.max(0, filled.length * step - GRAPH.gap);
  return { width, height: Math.max(0, rows * GRAPH.rowHeight - (GRAPH.rowHeight - GRAPH.boxHeight)), boxes, lines };
}
