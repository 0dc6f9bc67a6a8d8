import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";

async function evaluate(document: unknown, profileId: string) {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  const profile = PROFILES.find(({ id }) => id === profileId);
  if (profile === undefined) throw new Error(`no profile ${profileId}`);
  return profile.evaluate(check.content);
}

/** Rules that are not satisfied, with their counts. */
function open(result: Awaited<ReturnType<typeof evaluate>>) {
  return result.rules
    .filter(({ share }) => share !== undefined && share < 1)
    .map(({ rule, counts, places }) => [rule.id, counts.unknown, counts.missing, places[0]?.pointer]);
}

const HASHES = [{ alg: "SHA-256", content: "ab".repeat(32) }];
const COMPLETE = {
  type: "library",
  version: "1",
  manufacturer: { name: "Maker" },
  supplier: { name: "Supplier" },
  purl: "pkg:npm/a@1",
  hashes: HASHES,
  licenses: [{ license: { id: "MIT" } }],
};

const CYCLONEDX = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  metadata: {
    timestamp: "2026-01-01T00:00:00Z",
    authors: [{ name: "A. Author" }],
    lifecycles: [{ phase: "build" }],
    tools: { components: [{ type: "application", name: "tool", version: "2" }] },
    component: {
      ...COMPLETE,
      "bom-ref": "s",
      name: "subject",
      components: [{ ...COMPLETE, "bom-ref": "i", name: "inside" }],
    },
  },
  components: [{ ...COMPLETE, "bom-ref": "a", name: "a" }],
  dependencies: [{ ref: "s", dependsOn: ["a", "i"] }, { ref: "a" }, { ref: "i" }],
};

const SPDX = {
  SPDXID: "SPDXRef-DOCUMENT",
  spdxVersion: "SPDX-2.3",
  name: "x",
  dataLicense: "CC0-1.0",
  documentNamespace: "https://example.org/x",
  creationInfo: {
    created: "2026-01-01T00:00:00Z",
    creators: ["Tool: maker-1.2", "Organization: Somebody"],
    comment: "SBOM type: Build",
  },
  packages: ["a", "b"].map((name) => ({
    SPDXID: `SPDXRef-${name}`,
    name,
    versionInfo: "1",
    supplier: "Organization: Supplier",
    downloadLocation: "NOASSERTION",
    licenseDeclared: "MIT",
    checksums: [{ algorithm: "SHA256", checksumValue: "ab".repeat(32) }],
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:npm/a@1" }],
  })),
  relationships: [{ spdxElementId: "SPDXRef-a", relatedSpdxElement: "SPDXRef-b", relationshipType: "DEPENDS_ON" }],
};

test.each([
  ["CycloneDX", CYCLONEDX],
  ["SPDX", SPDX],
])("a complete %s document satisfies NTIA, and CISA but for its signature", async (_format, document) => {
  expect(await evaluate(document, "ntia-2021")).toMatchObject({ isSatisfied: true, score: 100 });
  const cisa = await evaluate(document, "cisa-2026");
  expect(open(cisa)).toEqual([["signature", 0, 1, ""]]);
  expect(cisa).toMatchObject({ isSatisfied: false, score: 92 });
});

test("every field that is taken away is missed at its place", async () => {
  const bare = {
    ...CYCLONEDX,
    serialNumber: undefined,
    metadata: { component: { type: "application", name: "subject" } },
    components: [{ type: "library", name: "a", "bom-ref": "a" }],
    dependencies: [],
  };
  expect(open(await evaluate(bare, "cisa-2026"))).toEqual([
    ["author", 0, 1, ""],
    ["signature", 0, 1, ""],
    ["timestamp", 0, 1, ""],
    ["tool-name", 0, 1, ""],
    ["tool-version", 0, 1, ""],
    ["generation-context", 0, 1, ""],
    ["document-version", 0, 1, ""],
    ["component-version", 0, 2, "/metadata/component"],
    ["component-producer", 0, 2, "/metadata/component"],
    ["component-identifier", 0, 2, "/metadata/component"],
    ["component-hash", 0, 2, "/metadata/component"],
    ["component-license", 0, 2, "/metadata/component"],
    ["dependency-relationship", 0, 2, "/metadata/component"],
  ]);
});

test("an explicit unknown satisfies CISA, and NTIA where it asks for known unknowns", async () => {
  const [first, ...others] = SPDX.packages;
  const document = {
    ...SPDX,
    packages: [
      { ...first, versionInfo: "NOASSERTION", supplier: "NOASSERTION", licenseDeclared: "NOASSERTION" },
      ...others,
    ],
    relationships: [
      { spdxElementId: "SPDXRef-a", relatedSpdxElement: "NOASSERTION", relationshipType: "DEPENDS_ON" },
      { spdxElementId: "SPDXRef-b", relatedSpdxElement: "NONE", relationshipType: "DEPENDS_ON" },
    ],
  };
  expect(open(await evaluate(document, "cisa-2026"))).toEqual([["signature", 0, 1, ""]]);
  expect(open(await evaluate(document, "ntia-2021"))).toEqual([
    ["component-supplier", 1, 0, "/packages/0"],
    ["component-version", 1, 0, "/packages/0"],
  ]);
});

test("a composition that is not complete says that dependencies are not known", async () => {
  const document = {
    ...CYCLONEDX,
    dependencies: [{ ref: "s" }, { ref: "i" }],
    compositions: [{ aggregate: "unknown", dependencies: ["a"] }],
  };
  const { rules } = await evaluate(document, "cisa-2026");
  expect(rules.at(-1)?.counts).toMatchObject({ present: 2, unknown: 1, missing: 0 });
});

test("a document without components satisfies no rule about components", async () => {
  const result = await evaluate({ bomFormat: "CycloneDX", specVersion: "1.6" }, "ntia-2021");
  expect(result.score).toBe(0);
});

test("every rule has words in both languages, a clause and a remedy, and an id of its own", () => {
  for (const { rules } of PROFILES) {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { title, clause, remedy } of rules) {
      expect(
        [title.en, title.de, clause, remedy.CycloneDX.en, remedy.CycloneDX.de, remedy.SPDX.en, remedy.SPDX.de].every(
          (text) => text.length > 3,
        ),
      ).toBe(true);
    }
  }
});
