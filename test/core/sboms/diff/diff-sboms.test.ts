import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { sideOfContent } from "#core/sboms/diff/compared-side.ts";
import { diffSboms, isSame } from "#core/sboms/diff/diff-sboms.ts";

import { changeDocument } from "../profiles/bsi/change-document.ts";
import { writeCycloneDx, writeSpdx, type GraphNode } from "../profiles/same-graph.ts";

async function sideOf(document: unknown) {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  return sideOfContent(check.content);
}

async function diff(before: unknown, after: unknown) {
  return diffSboms(await sideOf(before), await sideOf(after));
}

const BASE = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: {
    timestamp: "2026-11-01T10:00:00Z",
    component: { "bom-ref": "root", type: "application", name: "shop", version: "1.0", supplier: { name: "Acme" } },
  },
  components: [
    {
      "bom-ref": "lib",
      type: "library",
      name: "lib",
      version: "1.0",
      purl: "pkg:deb/debian/lib@1.0?arch=amd64",
      supplier: { name: "Acme" },
      licenses: [{ expression: "MIT OR Apache-2.0" }],
      properties: [{ name: "a", value: "b" }],
    },
    { "bom-ref": "other", type: "library", name: "other" },
  ],
  dependencies: [{ ref: "root", dependsOn: ["lib", "other"] }, { ref: "lib" }],
  services: [{ "bom-ref": "s", name: "api", endpoints: ["https://api.example.org"] }],
  vulnerabilities: [{ id: "CVE-2026-1", analysis: { state: "in_triage" } }],
};
const LIB = "/components/0";

test("a document against itself, and against its next version, is the same", async () => {
  expect(isSame(await diff(BASE, BASE))).toBe(true);
  const next = { ...BASE, version: 2, metadata: { ...BASE.metadata, timestamp: "2026-11-02T10:00:00Z" } };
  expect(isSame(await diff(BASE, next))).toBe(true);
});

test.each([
  ["/metadata/component/version", "2.0", { subject: { changes: ["version"] } }],
  ["/metadata/component/name", "store", { subject: { before: { name: "shop" }, after: { name: "store" } } }],
  ["/metadata/component/supplier/name", "Other", { subject: { changes: ["supplier"] } }],
  ["/dependencies/0/dependsOn", ["other"], { edges: { removed: [{ target: { name: "lib" } }], added: [] } }],
  [
    "/dependencies/1/dependsOn",
    ["other"],
    { edges: { added: [{ source: { name: "lib" }, target: { name: "other" } }] } },
  ],
  [`${LIB}/supplier/name`, "Other", { changed: [{ changes: ["supplier"] }] }],
  [`${LIB}/supplier`, undefined, { changed: [{ changes: ["supplier"] }] }],
  [`${LIB}/purl`, "pkg:deb/debian/lib@1.0?arch=arm64", { changed: [{ changes: ["identifier"] }] }],
  [
    `${LIB}/purl`,
    "pkg:deb/debian/lib@1.0?arch=amd64&repository_url=example.org",
    { changed: [{ changes: ["identifier"] }] },
  ],
  [`${LIB}/licenses/0/expression`, "MIT AND Apache-2.0", { changed: [{ changes: ["license"] }] }],
  ["/services", [], { services: { removed: [{ name: "api" }] } }],
  ["/services/0/endpoints/0", "https://elsewhere.example.org", { services: { changed: [{ name: "api" }] } }],
  ["/services/0/services", [{ name: "inner" }], { services: { added: [{ name: "inner" }] } }],
  ["/vulnerabilities", undefined, { vulnerabilities: { removed: [{ name: "CVE-2026-1" }] } }],
  ["/vulnerabilities/0/analysis/state", "exploitable", { vulnerabilities: { changed: [{ name: "CVE-2026-1" }] } }],
  [`${LIB}/properties/0/value`, "c", { others: ["properties of 1 component"] }],
  [`${LIB}/cpe`, "cpe:2.3:a:acme:lib:1.0:*:*:*:*:*:*:*", { others: ["cpe of 1 component"] }],
  ["/compositions", [{ aggregate: "complete", dependencies: ["root"] }], { others: ["compositions"] }],
  ["/metadata/supplier", { name: "Acme" }, { others: ["metadata.supplier"] }],
])("%s = %j is a difference", async (pointer, value, expected) => {
  const found = await diff(BASE, changeDocument(BASE, pointer, value));
  expect(found).toMatchObject(expected);
  expect(isSame(found)).toBe(false);
});

test.each([
  [`${LIB}/licenses/0/expression`, "Apache-2.0 or MIT"],
  [`${LIB}/purl`, "pkg:deb/debian/lib@1.0?Arch=amd64"],
  [`${LIB}/bom-ref`, "lib"],
])("%s = %j means the same", async (pointer, value) => {
  expect(isSame(await diff(BASE, changeDocument(BASE, pointer, value)))).toBe(true);
});

test("edges of a component that came or went came or went with it", async () => {
  const alone = {
    ...BASE,
    components: BASE.components.slice(1),
    dependencies: [{ ref: "root", dependsOn: ["other"] }],
  };
  const found = await diff(BASE, alone);
  expect(found).toMatchObject({ removed: [{ name: "lib" }], edges: { added: [], removed: [] } });
});

test("where one document says nothing of dependencies, they are not compared, and that is said", async () => {
  const found = await diff(BASE, changeDocument(BASE, "/dependencies", undefined));
  expect(found.edges).toEqual({ added: [], removed: [] });
  expect(found.notCompared).toEqual(["dependencies: one of the documents says nothing about them"]);
});

const NODE: GraphNode = {
  version: "present",
  supplier: true,
  maker: false,
  purl: true,
  hash: true,
  license: "present",
  needs: [],
  container: undefined,
  leaf: "none",
};

test("the same graph in two formats is the same, and what only one of them has is said", async () => {
  const nodes = [{ ...NODE, needs: [{ target: 1, word: 5 }] }, { ...NODE, needs: [{ target: 2, word: 0 }] }, NODE];
  const found = await diff(writeCycloneDx(nodes), writeSpdx(nodes));
  expect(isSame(found)).toBe(true);
  expect(found.notCompared).toEqual(["members that only one of the formats has"]);
});
