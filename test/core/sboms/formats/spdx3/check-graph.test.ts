import * as fc from "fast-check";
import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { componentsOfContent, identityOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

import { changeDocument } from "../../profiles/bsi/change-document.ts";

const CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";
const INFO = { creationInfo: "_:info" };

const DOCUMENT = {
  "@context": CONTEXT,
  "@graph": [
    {
      type: "CreationInfo",
      "@id": "_:info",
      specVersion: "3.0.1",
      created: "2026-01-31T12:00:00Z",
      createdBy: ["https://example.org/maker"],
    },
    { type: "Organization", spdxId: "https://example.org/maker", name: "Maker", ...INFO },
    {
      type: "SpdxDocument",
      spdxId: "https://example.org/document",
      rootElement: ["https://example.org/sbom"],
      profileConformance: ["core", "software"],
      ...INFO,
    },
    {
      type: "software_Sbom",
      spdxId: "https://example.org/sbom",
      rootElement: ["https://example.org/product"],
      software_sbomType: ["build"],
      ...INFO,
    },
    {
      type: "software_Package",
      spdxId: "https://example.org/product",
      name: "product",
      software_packageVersion: "2",
      ...INFO,
    },
    {
      type: "software_Package",
      spdxId: "https://example.org/part",
      name: "part",
      software_packageVersion: "1",
      software_packageUrl: "pkg:generic/part@1",
      verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: "ab".repeat(32) }],
      ...INFO,
    },
    {
      type: "simplelicensing_LicenseExpression",
      spdxId: "https://example.org/mit",
      simplelicensing_licenseExpression: "MIT",
      ...INFO,
    },
    {
      type: "Relationship",
      spdxId: "https://example.org/r1",
      from: "https://example.org/part",
      relationshipType: "hasConcludedLicense",
      to: ["https://example.org/mit"],
      ...INFO,
    },
  ],
};

async function check(document: unknown) {
  return await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "sbom.json" });
}

test("a document tells what it is about, what is inside, and when it was made", async () => {
  const result = await check(DOCUMENT);
  expect(result).toMatchObject({ isValid: true, format: { name: "SPDX", version: "3.0.1" }, findings: [] });
  if (!result.isValid) return;
  expect(subjectOfContent(result.content)).toMatchObject({ name: "product", version: "2" });
  expect(componentsOfContent(result.content)).toEqual([
    {
      pointer: "/@graph/5",
      bomRef: "https://example.org/part",
      type: "package",
      name: "part",
      version: "1",
      purl: "pkg:generic/part@1",
      licenses: ["MIT"],
      hashes: [{ alg: "SHA-256", content: "ab".repeat(32) }],
    },
  ]);
  expect(identityOfContent(result.content)).toEqual({
    serialNumber: "https://example.org/document",
    madeAt: "2026-01-31T12:00:00Z",
  });
});

test.each([
  ["/@graph/1/type", "Organisation", "/@graph/1/type", "did you mean `Organization`?"],
  ["/@graph/1/type", undefined, "/@graph/1", "`type` is missing"],
  ["/@graph/1/spdxId", undefined, "/@graph/1", "`spdxId` is missing"],
  ["/@graph/1/spdxId", "_:maker", "/@graph/1/spdxId", "expected an IRI"],
  ["/@graph/1/@id", "https://example.org/x", "/@graph/1/@id", "elements are named by `spdxId`"],
  ["/@graph/0/created", "2026-01-31", "/@graph/0/created", "expected a date and time in UTC"],
  ["/@graph/0/createdBy", [], "/@graph/0/createdBy", "expected at least 1"],
  ["/@graph/0/createdBy", "https://example.org/maker", "/@graph/0/createdBy", "expected a list"],
  ["/@graph/0/createdBy/0", "maker", "/@graph/0/createdBy/0", "expected the IRI of a `Agent`"],
  [
    "/@graph/0/createdBy/0",
    { type: "Tool", spdxId: "a:b", creationInfo: "_:info" },
    "/@graph/0/createdBy/0/type",
    "expected a `Agent`",
  ],
  ["/@graph/2/profileConformance/0", "Core", "/@graph/2/profileConformance/0", "did you mean `core`?"],
  ["/@graph/5/externalIdentifiers", [], "/@graph/5/externalIdentifiers", "did you mean `externalIdentifier`?"],
  ["/@graph/5/verifiedUsing/0/algorithm", "SHA256", "/@graph/5/verifiedUsing/0/algorithm", "did you mean `sha256`?"],
  ["/@graph/5/creationInfo", undefined, "/@graph/5", "`creationInfo` is missing in `software_Package`"],
  ["/@context", "https://spdx.org/rdf/3.0.0/spdx-context.jsonld", "/@context", "expected that of version 3.0.1"],
  ["/@graph", {}, "/@graph", "expected a list of elements"],
  ["/@graph/1", 7, "/@graph/1", "expected an object"],
])("%s = %j is found at %s: %s", async (pointer, value, place, words) => {
  const { isValid, findings } = await check(changeDocument(DOCUMENT, pointer, value));
  expect(isValid).toBe(false);
  const found = findings.map((finding) => `${finding.place.pointer ?? ""} ${finding.message}`);
  expect(found).toContainEqual(expect.stringContaining(words));
  expect(found.some((one) => one.startsWith(`${place} `))).toBe(true);
});

test("individuals stand for elements, extensions of others are theirs, a single element needs no graph", async () => {
  const individual = changeDocument(DOCUMENT, "/@graph/7/to/0", "expandedlicensing_NoneLicense");
  expect((await check(individual)).isValid).toBe(true);
  const extension = [{ type: "https://example.org/Extension", anything: [1] }];
  expect((await check(changeDocument(DOCUMENT, "/@graph/5/extension", extension))).isValid).toBe(true);
  expect((await check({ "@context": CONTEXT, ...DOCUMENT["@graph"][1] })).isValid).toBe(true);
});

test("purls, licenses and hashes are judged wherever they stand", async () => {
  const wrong = [
    ["/@graph/5/software_packageUrl", "part", "sbom-purl"],
    ["/@graph/6/simplelicensing_licenseExpression", "MIT AND", "sbom-license-expression"],
    ["/@graph/5/verifiedUsing/0/hashValue", "ab", "sbom-hash-length"],
  ] as const;
  for (const [pointer, value, ruleId] of wrong) {
    const { findings } = await check(changeDocument(DOCUMENT, pointer, value));
    expect(findings).toMatchObject([{ ruleId, place: { pointer } }]);
  }
});

test("whatever stands in the graph, the check ends with a verdict", async () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const node = fc.record({
    type: fc.constantFrom("software_Package", "Relationship", "__proto__", "toString", "Hash"),
    to: value,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(value, node)), async (graph) => {
      const result = await check({ "@context": CONTEXT, "@graph": graph });
      expect(result.isValid).toBe(result.counts.error === 0);
      if (result.isValid) componentsOfContent(result.content);
    }),
    { numRuns: 200 },
  );
});
