import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { componentsOfContent, identityOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

const SHA256 = "ab".repeat(32);

const DOCUMENT = {
  SPDXID: "SPDXRef-DOCUMENT",
  spdxVersion: "SPDX-2.3",
  name: "quarry",
  dataLicense: "CC0-1.0",
  documentNamespace: "https://example.org/spdx/quarry-7",
  creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: made-up-1"] },
  packages: [
    { SPDXID: "SPDXRef-a", name: "quarry", versionInfo: "7", downloadLocation: "NOASSERTION" },
    {
      SPDXID: "SPDXRef-b",
      name: "stone",
      downloadLocation: "NOASSERTION",
      primaryPackagePurpose: "OPERATING_SYSTEM",
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "MIT",
      checksums: [{ algorithm: "SHA256", checksumValue: SHA256 }],
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:deb/debian/stone@1" },
      ],
    },
  ],
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: "SPDXRef-a", relationshipType: "DESCRIBES" },
    { spdxElementId: "SPDXRef-a", relatedSpdxElement: "SPDXRef-b", relationshipType: "DEPENDS_ON" },
  ],
};

function check(document: unknown, isStrict = false) {
  return checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "a.spdx.json", isStrict });
}

test("a document tells its subject, its packages and itself", async () => {
  const outcome = await check(DOCUMENT);
  if (!outcome.isValid) throw new Error(outcome.findings[0]?.message);
  expect(outcome.format).toEqual({ name: "SPDX", version: "2.3" });
  expect(subjectOfContent(outcome.content)).toMatchObject({ name: "quarry", version: "7", pointer: "/packages/0" });
  expect(componentsOfContent(outcome.content)).toEqual([
    {
      pointer: "/packages/1",
      bomRef: "SPDXRef-b",
      type: "operating-system",
      name: "stone",
      purl: "pkg:deb/debian/stone@1",
      licenses: ["MIT"],
      hashes: [{ alg: "SHA-256", content: SHA256 }],
    },
  ]);
  expect(identityOfContent(outcome.content)).toEqual({
    serialNumber: "https://example.org/spdx/quarry-7",
    madeAt: "2026-01-01T00:00:00Z",
  });
});

test("of several described packages none is the subject", async () => {
  const outcome = await check({ ...DOCUMENT, documentDescribes: ["SPDXRef-b"] });
  if (!outcome.isValid) throw new Error("refused");
  expect(subjectOfContent(outcome.content)).toBeUndefined();
  expect(componentsOfContent(outcome.content)).toHaveLength(2);
});

test("what tools often leave out or spell otherwise is a warning, or an error for the strict", async () => {
  const document = {
    ...DOCUMENT,
    spdxVersion: "SPDX-2.2",
    packages: [
      { ...DOCUMENT.packages[0], primaryPackagePurpose: "LIBRARY" },
      { SPDXID: "SPDXRef-b", name: "stone" },
    ],
  };
  const outcome = await check(document);
  expect(outcome).toMatchObject({ isValid: true, format: { version: "2.2" }, counts: { error: 0, warning: 8 } });
  expect(await check(document, true)).toMatchObject({ isValid: false, counts: { error: 8, warning: 0 } });
});

test.each(["yesterday", "2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00+01:00", "2026-01-01T25:00:00Z"])(
  "the date %s is no instant in UTC",
  async (created) => {
    const outcome = await check({ ...DOCUMENT, creationInfo: { ...DOCUMENT.creationInfo, created } });
    expect(outcome).toMatchObject({
      isValid: true,
      findings: [{ ruleId: "sbom-date", severity: "warning", place: { pointer: "/creationInfo/created" } }],
    });
  },
);

test("a number or an object is no other spelling of a word", async () => {
  for (const algorithm of [1, {}, null]) {
    const packages = [{ ...DOCUMENT.packages[1], checksums: [{ algorithm, checksumValue: SHA256 }] }];
    expect(await check({ ...DOCUMENT, packages, relationships: [] })).toMatchObject({ isValid: false });
  }
});

test("a package without identifier is an error for everybody", async () => {
  const outcome = await check({ ...DOCUMENT, packages: [{ name: "x", downloadLocation: "NONE" }], relationships: [] });
  expect(outcome).toMatchObject({ isValid: false, findings: [{ place: { pointer: "/packages/0" } }] });
  expect(outcome.findings[0]?.message).toContain("`SPDXID` is missing");
});

test("repeated identifiers and relationships to nowhere are warnings with their place", async () => {
  const outcome = await check({
    ...DOCUMENT,
    packages: [...DOCUMENT.packages, DOCUMENT.packages[1]],
    relationships: [
      { spdxElementId: "SPDXRef-a", relatedSpdxElement: "NOASSERTION", relationshipType: "DEPENDS_ON" },
      { spdxElementId: "SPDXRef-a", relatedSpdxElement: "DocumentRef-x:SPDXRef-y", relationshipType: "DEPENDS_ON" },
      { spdxElementId: "SPDXRef-a", relatedSpdxElement: "SPDXRef-nowhere", relationshipType: "DEPENDS_ON" },
    ],
  });
  expect(outcome.isValid).toBe(true);
  expect(outcome.findings.map(({ ruleId, place }) => [ruleId, place.pointer])).toEqual([
    ["sbom-spdx-id-unique", "/packages/2/SPDXID"],
    ["sbom-reference-resolves", "/relationships/2/relatedSpdxElement"],
  ]);
});
