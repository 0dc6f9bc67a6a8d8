import * as fc from "fast-check";
import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import { componentsOfContent, type SbomContent } from "#core/sboms/view/sbom-content.ts";

import { writeCycloneDx, writeSpdx, writeSpdx3, type Fact, type GraphNode } from "./same-graph.ts";

async function read(document: object): Promise<SbomContent> {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  return check.content;
}

/** Every rule of a profile with the number of components by outcome. */
function outcomes(profileId: string, content: SbomContent) {
  const result = PROFILES.find(({ id }) => id === profileId)?.evaluate(content);
  return {
    isSatisfied: result?.isSatisfied,
    rules: result?.rules.map(({ rule, counts: { present, unknown, missing } }) => ({
      id: rule.id,
      present,
      unknown,
      missing,
    })),
  };
}

/** Facts of the guideline that both of its formats have in the same place. */
const BSI_RULES = new Set([
  "sbom-creator",
  "sbom-timestamp",
  "level-of-detail",
  "component-name",
  "component-version",
  "distribution-licenses",
]);

function bsiOutcomes(content: SbomContent) {
  return outcomes("bsi-tr-03183-2", content).rules?.filter(({ id }) => BSI_RULES.has(id));
}

/** Edges of the graph by the names of what they connect; the root by its own. */
function edgesOf(content: SbomContent): ReadonlySet<string> {
  const { edges } = readDependencyGraph(content);
  const names = [...componentsOfContent(content).map(({ name }) => name), "part-0"];
  return new Set(edges.flatMap((targets, source) => targets.map((target) => `${names[source]} ${names[target]}`)));
}

const FACT = fc.constantFrom<Fact>("present", "unknown", "missing");

/** Graphs of up to seven components with circles, leaves, and components that nothing leads to. */
const GRAPH = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_nothing, index) =>
      fc.record<GraphNode>({
        version: FACT,
        supplier: fc.boolean(),
        maker: fc.boolean(),
        purl: fc.boolean(),
        hash: fc.boolean(),
        license: FACT,
        needs: fc.array(fc.record({ target: fc.nat(size - 1), word: fc.nat(100) }), { maxLength: 3 }),
        container: index === 0 ? fc.constant(undefined) : fc.option(fc.nat(index - 1), { nil: undefined, freq: 2 }),
        leaf: fc.constantFrom("nothing", "none", "unknown"),
      }),
    ),
  ),
);

test("the same graph has the same verdict in CycloneDX, SPDX 2 and SPDX 3", async () => {
  await fc.assert(
    fc.asyncProperty(GRAPH, async (nodes) => {
      const cycloneDx = await read(writeCycloneDx(nodes));
      const spdx = await read(writeSpdx(nodes));
      const spdx3 = await read(writeSpdx3(nodes));
      for (const profile of ["cisa-2026", "cra", "ntia-2021"]) {
        const expected = outcomes(profile, cycloneDx);
        expect(outcomes(profile, spdx)).toEqual(expected);
        expect(outcomes(profile, spdx3)).toEqual(expected);
      }
      // The guideline has no SPDX 2, the guide has nothing else.
      expect(bsiOutcomes(spdx3)).toEqual(bsiOutcomes(cycloneDx));
      expect(outcomes("bsi-tr-03183-2", spdx).isSatisfied).toBe(false);
      expect(outcomes("openchain-telco", cycloneDx)).toMatchObject({ isSatisfied: false, rules: [{ id: "format" }] });
      expect(outcomes("openchain-telco", spdx3)).toMatchObject({ isSatisfied: false, rules: [{ id: "format" }] });
      expect(edgesOf(spdx)).toEqual(edgesOf(cycloneDx));
      expect(edgesOf(spdx3)).toEqual(edgesOf(cycloneDx));
    }),
    { numRuns: 200 },
  );
});

/** A subject that is said to need one part, and the part. */
function pair(relationship: object): object {
  const spdx = writeSpdx(
    ["part-0", "part-1"].map(() => ({
      version: "present",
      supplier: true,
      maker: false,
      purl: false,
      hash: false,
      license: "missing",
      needs: [],
      container: undefined,
      leaf: "nothing",
    })),
  ) as { readonly relationships: readonly object[] };
  return { ...spdx, relationships: [...spdx.relationships, relationship] };
}

test.each([
  ["SPDXRef-part-0", "STATIC_LINK", "SPDXRef-part-1"],
  ["SPDXRef-part-1", "RUNTIME_DEPENDENCY_OF", "SPDXRef-part-0"],
  ["SPDXRef-part-1", "PACKAGE_OF", "SPDXRef-part-0"],
  ["SPDXRef-part-1", "package_of", "SPDXRef-part-0"],
])("%s %s %s is a dependency for NTIA, CRA and the graph", async (spdxElementId, relationshipType, other) => {
  const content = await read(pair({ spdxElementId, relationshipType, relatedSpdxElement: other }));
  expect(outcomes("ntia-2021", content).isSatisfied).toBe(true);
  expect(outcomes("cra", content).isSatisfied).toBe(true);
  expect(edgesOf(content)).toEqual(new Set(["part-0 part-1"]));
});

test("that something needs the subject says nothing about what the subject needs", async () => {
  const content = await read(
    pair({ spdxElementId: "SPDXRef-part-1", relationshipType: "DEPENDS_ON", relatedSpdxElement: "SPDXRef-part-0" }),
  );
  expect(outcomes("cra", content).isSatisfied).toBe(false);
});
