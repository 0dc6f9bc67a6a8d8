/** Edges of a graph by node number. */
export type Edges = readonly (readonly number[])[];

/** A node on the path that is being explored. */
interface Frame {
  readonly node: number;
  nextEdge: number;
}

/**
 * Groups of nodes that reach each other (strongly connected components of at least two nodes, or one with an edge to itself), by
 * Tarjan's algorithm with a stack of its own: no recursion, linear time.
 */
export function findCycles(edges: Edges): readonly (readonly number[])[] {
  const order = new Int32Array(edges.length).fill(-1);
  const lowest = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const open: number[] = [];
  const cycles: number[][] = [];
  let count = 0;

  const enter = (node: number): Frame => {
    order[node] = lowest[node] = count;
    count += 1;
    open.push(node);
    isOpen[node] = 1;
    return { node, nextEdge: 0 };
  };
  const leave = (node: number): void => {
    if (lowest[node] !== order[node]) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen[member] = 0;
    if (group.length > 1 || edges[node]?.includes(node) === true) cycles.push(group);
  };

  for (let root = 0; root < edges.length; root += 1) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const target = edges[frame.node]?.[frame.nextEdge];
      frame.nextEdge += 1;
      if (target === undefined) {
        leave(frame.node);
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent !== undefined) lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[frame.node] ?? 0);
      } else if (order[target] === -1) {
        path.push(enter(target));
      } else if (isOpen[target] === 1) {
        lowest[frame.node] = Math.min(lowest[frame.node] ?? 0, order[target] ?? 0);
      }
    }
  }
  return cycles;
}
