import { expect, test } from "vitest";

import { listComponents, subjectOf } from "#core/sboms/view/list-components.ts";

const BOM = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: { component: { type: "application", name: "subject", components: [{ type: "library", name: "inside" }] } },
  components: [
    {
      type: "library",
      group: "org.example",
      name: "a",
      version: "1",
      "bom-ref": "a",
      purl: "pkg:maven/org.example/a@1",
      licenses: [{ license: { id: "MIT" } }, { license: { name: "House License" } }, { expression: "MIT OR 0BSD" }],
      hashes: [{ alg: "SHA-256", content: "00" }],
      components: [
        { type: "library", name: "a1", components: [{ type: "library", name: "a11" }] },
        { type: "file", name: "a2" },
      ],
    },
    { type: "library", name: "b" },
  ],
} as const;

test("components are listed in the order of the document, nested ones behind the one that contains them", () => {
  expect(listComponents(BOM).map(({ name, pointer, parentPointer }) => [name, pointer, parentPointer])).toEqual([
    ["inside", "/metadata/component/components/0", "/metadata/component"],
    ["a", "/components/0", undefined],
    ["a1", "/components/0/components/0", "/components/0"],
    ["a11", "/components/0/components/0/components/0", "/components/0/components/0"],
    ["a2", "/components/0/components/1", "/components/0"],
    ["b", "/components/1", undefined],
  ]);
});

test("a component tells its identity, licenses and hashes", () => {
  expect(listComponents(BOM)[1]).toEqual({
    pointer: "/components/0",
    bomRef: "a",
    type: "library",
    group: "org.example",
    name: "a",
    version: "1",
    purl: "pkg:maven/org.example/a@1",
    licenses: ["MIT", "House License", "MIT OR 0BSD"],
    hashes: [{ alg: "SHA-256", content: "00" }],
  });
});

test("a license that is declared and concluded is listed once", () => {
  const license = { license: { id: "MIT" } };
  const bom = { ...BOM, components: [{ type: "library", name: "a", licenses: [license, license] }] } as const;
  expect(listComponents(bom)[1]?.licenses).toEqual(["MIT"]);
});

test("the subject is what the metadata names", () => {
  expect(subjectOf(BOM)).toMatchObject({ name: "subject", pointer: "/metadata/component" });
  expect(subjectOf({ bomFormat: "CycloneDX", specVersion: "1.6" })).toBeUndefined();
});
