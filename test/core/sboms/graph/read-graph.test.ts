import * as fc from "fast-check";
import { expect, test } from "vitest";

import { dependentsOf, otherOf, rootOf, unreachedNodes } from "#core/sboms/graph/dependency-graph.ts";
import { pathsToRoot } from "#core/sboms/graph/paths-to-root.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import type { CycloneDxBom } from "#core/sboms/formats/cyclonedx/cyclonedx.ts";
import type { SpdxDocument } from "#core/sboms/formats/spdx2/spdx.ts";

const component = (name: string, components: readonly unknown[] = []) => ({
  type: "library",
  name,
  "bom-ref": name,
  ...(components.length === 0 ? {} : { components }),
});

function graphOf(
  dependencies: readonly unknown[],
  components: readonly unknown[] = ["a", "b", "c"].map((name) => component(name)),
) {
  const document = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: component("app") },
    components,
    dependencies,
  } as unknown as CycloneDxBom;
  return readDependencyGraph({ kind: "CycloneDX", document });
}

test("nodes are the components in their order, then the subject", () => {
  const graph = graphOf([
    { ref: "app", dependsOn: ["a"] },
    { ref: "a", dependsOn: ["b", "c"] },
  ]);
  expect(graph).toEqual({ componentCount: 3, edges: [[1, 2], [], [], [0]], others: [], isStated: true });
  expect(rootOf(graph)).toBe(3);
  expect(dependentsOf(graph, 1)).toEqual([0]);
});

test("what contains a component needs it, without a word about dependencies", () => {
  const graph = graphOf([], [component("a", [component("b")])]);
  expect(graph).toMatchObject({ edges: [[1], [], []], isStated: false });
});

test("references to other documents, services and nothing are nodes of their own", () => {
  const link = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#x";
  const graph = graphOf([{ ref: "app", dependsOn: [link, "nowhere", link] }]);
  expect(graph.edges[3]).toEqual([4, 5]);
  expect([otherOf(graph, 4), otherOf(graph, 5), otherOf(graph, 3)]).toEqual([link, "nowhere", undefined]);
});

test("components that no path leads to are named", () => {
  expect(unreachedNodes(graphOf([{ ref: "app", dependsOn: ["b"] }]))).toEqual([0, 2]);
});

test("SPDX relationships are read in both directions, files left out", () => {
  const document = {
    SPDXID: "SPDXRef-DOCUMENT",
    name: "d",
    creationInfo: { created: "2026-01-01T00:00:00Z" },
    packages: ["A", "B", "C"].map((name) => ({ SPDXID: `SPDXRef-${name}`, name })),
    files: [{ SPDXID: "SPDXRef-F" }],
    relationships: [
      ["SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-A"],
      ["SPDXRef-A", "DEPENDS_ON", "SPDXRef-B"],
      ["SPDXRef-C", "DEV_DEPENDENCY_OF", "SPDXRef-B"],
      ["SPDXRef-A", "CONTAINS", "SPDXRef-F"],
      ["SPDXRef-A", "DEPENDS_ON", "DocumentRef-x:SPDXRef-Y"],
    ].map(([spdxElementId, relationshipType, relatedSpdxElement]) => ({
      spdxElementId,
      relationshipType,
      relatedSpdxElement,
    })),
  } as unknown as SpdxDocument;
  // A is the subject; B and C are the components 0 and 1.
  expect(readDependencyGraph({ kind: "SPDX", document })).toEqual({
    componentCount: 2,
    edges: [[1], [], [0, 3], []],
    others: ["DocumentRef-x:SPDXRef-Y"],
    isStated: true,
  });
});

test("an SPDX document that describes several packages is their root", () => {
  const document = {
    SPDXID: "SPDXRef-DOCUMENT",
    name: "d",
    creationInfo: { created: "2026-01-01T00:00:00Z" },
    packages: ["A", "B"].map((name) => ({ SPDXID: `SPDXRef-${name}`, name })),
    documentDescribes: ["SPDXRef-A", "SPDXRef-B"],
  } as unknown as SpdxDocument;
  expect(readDependencyGraph({ kind: "SPDX", document }).edges).toEqual([[], [], [0, 1]]);
});

test("SPDX 3 relationships lead from one element to many", () => {
  const document = {
    "@graph": [
      { type: "software_Sbom", spdxId: "s", rootElement: ["p0"] },
      ...["p0", "p1", "p2"].map((spdxId) => ({ type: "software_Package", spdxId, name: spdxId })),
      { type: "Relationship", spdxId: "r", from: "p0", to: ["p1", "p2"], relationshipType: "dependsOn" },
    ],
  };
  expect(readDependencyGraph({ kind: "SPDX3", document }).edges).toEqual([[], [], [0, 1]]);
});

test("all paths to the root, the shortest first, none through a circle", () => {
  const graph = graphOf([
    { ref: "app", dependsOn: ["a", "c"] },
    { ref: "a", dependsOn: ["b"] },
    { ref: "b", dependsOn: ["c", "a"] },
  ]);
  expect(pathsToRoot(graph, 2, 10)).toEqual({
    paths: [
      [3, 2],
      [3, 0, 1, 2],
    ],
    hasMore: false,
  });
  expect(pathsToRoot(graph, 2, 1)).toEqual({ paths: [[3, 2]], hasMore: true });
  expect(pathsToRoot(graphOf([]), 0, 10)).toEqual({ paths: [], hasMore: false });
});

test("a graph with more paths than atoms is given up in time", () => {
  const width = 30;
  const components = Array.from({ length: width * width }, (_nothing, index) => component(`n${index}`));
  const layer = (number: number) => Array.from({ length: width }, (_nothing, index) => `n${number * width + index}`);
  const dependencies = [
    { ref: "app", dependsOn: layer(0) },
    ...components
      .slice(0, -width)
      .map(({ name }, index) => ({ ref: name, dependsOn: layer(Math.floor(index / width) + 1) })),
  ];
  const found = pathsToRoot(graphOf(dependencies, components), width * width - 1, 5);
  expect(found.hasMore).toBe(true);
  expect(found.paths.length).toBe(5);
});

test("whatever the edges, paths begin at the root, follow edges, visit nothing twice and get longer", () => {
  const names = ["app", "a", "b", "c", "x"];
  const reference = fc.constantFrom(...names);
  fc.assert(
    fc.property(
      fc.array(fc.record({ ref: reference, dependsOn: fc.uniqueArray(reference) }), { maxLength: 12 }),
      (dependencies) => {
        const graph = graphOf(dependencies);
        const { paths } = pathsToRoot(graph, 1, 50);
        expect(new Set(paths.map(String)).size).toBe(paths.length);
        for (const [index, path] of paths.entries()) {
          expect(path[0]).toBe(3);
          expect(path.at(-1)).toBe(1);
          expect(new Set(path).size).toBe(path.length);
          expect(path.length).toBeGreaterThanOrEqual(paths[index - 1]?.length ?? 0);
          for (const [step, node] of path.slice(1).entries()) expect(graph.edges[path[step] ?? -1]).toContain(node);
        }
      },
    ),
  );
});
