import * as fc from "fast-check";
import { expect, test } from "vitest";

import { findCycles } from "#core/sboms/semantics/find-cycles.ts";

/** Nodes that reach themselves, by walking from each. */
function nodesOnCycles(edges: readonly (readonly number[])[]): number[] {
  return edges.flatMap((targets, node) => {
    const reached = new Set(targets);
    for (const next of reached) for (const target of edges[next] ?? []) reached.add(target);
    return reached.has(node) ? [node] : [];
  });
}

test("exactly the nodes that reach themselves are in a cycle, each in one", () => {
  const graph = fc
    .nat(12)
    .chain((size) => fc.array(fc.array(fc.nat(size), { maxLength: 4 }), { minLength: size + 1, maxLength: size + 1 }));
  fc.assert(
    fc.property(graph, (edges) => {
      const found = findCycles(edges).flat();
      expect([...found].sort((a, b) => a - b)).toEqual(nodesOnCycles(edges));
    }),
    { numRuns: 500 },
  );
});

test("a chain of half a million nodes needs no stack", () => {
  const chain = Array.from({ length: 500_000 }, (_, node) => [node + 1]);
  chain.push([]);
  expect(findCycles(chain)).toEqual([]);
  chain[500_000] = [0];
  expect(findCycles(chain)[0]).toHaveLength(500_001);
});
