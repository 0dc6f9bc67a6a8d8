import { expect, test } from "vitest";

import { valueAt } from "#core/base/json/json-pointer.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";

const HEAD = { bomFormat: "CycloneDX", specVersion: "1.6" };
const COMPONENT = { type: "library", name: "a", "bom-ref": "a" };

/** Rule, severity and the value at the place of every finding about a component. */
async function judge(members: Record<string, unknown>) {
  const document = { ...HEAD, components: [{ ...COMPONENT, ...members }] };
  const outcome = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  expect(outcome.isValid).toBe(true);
  return outcome.findings.map(({ ruleId, severity, place }) => [
    ruleId,
    severity,
    valueAt(document, place.pointer ?? ""),
  ]);
}

const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

test.each([
  ["a purl without namespace", { purl: "pkg:maven/junit@4" }, [["sbom-purl", "warning", "pkg:maven/junit@4"]]],
  ["a good purl", { purl: "pkg:npm/%40a/b@1" }, []],
  [
    "a CPE with ten parts",
    { cpe: "cpe:2.3:a:b:c:1:*:*:*:*:*:*" },
    [["sbom-cpe", "warning", "cpe:2.3:a:b:c:1:*:*:*:*:*:*"]],
  ],
  ["a CPE with an escaped colon", { cpe: "cpe:2.3:a:b\\:x:c:1:*:*:*:*:*:*:*" }, []],
  ["a CPE of version 2.2", { cpe: "cpe:/a:acme:application:9.1.1" }, []],
  [
    "nonsense for a license",
    { licenses: [{ expression: "free / as in beer" }] },
    [["sbom-license-expression", "warning", "free / as in beer"]],
  ],
  ["a deprecated license", { licenses: [{ expression: "GPL-2.0" }] }, [["sbom-license-deprecated", "note", "GPL-2.0"]]],
  [
    "a license that is on no list",
    { licenses: [{ expression: "Beerware-9" }] },
    [["sbom-license-unknown", "note", "Beerware-9"]],
  ],
  [
    "a hash of another length",
    { hashes: [{ alg: "SHA-512", content: EMPTY_SHA256 }] },
    [["sbom-hash-length", "warning", EMPTY_SHA256]],
  ],
  [
    "the hash of nothing",
    { hashes: [{ alg: "SHA-256", content: EMPTY_SHA256 }] },
    [["sbom-hash-of-nothing", "warning", EMPTY_SHA256]],
  ],
  ["the hash of an empty file", { type: "file", hashes: [{ alg: "SHA-256", content: EMPTY_SHA256 }] }, []],
  [
    "a link that runs code",
    {
      externalReferences: [
        { type: "website", url: " java\tscript:alert(1)" },
        { type: "website", url: "https://javascript.example" },
      ],
    },
    [["sbom-url-scheme", "warning", " java\tscript:alert(1)"]],
  ],
])("%s", async (_name, members, findings) => {
  expect(await judge(members)).toEqual(findings);
});

test("circles and forgotten components are noted", async () => {
  const document = {
    ...HEAD,
    metadata: {
      component: { type: "application", name: "s", "bom-ref": "s", components: [{ type: "file", name: "inside" }] },
    },
    components: [
      { ...COMPONENT, components: [{ type: "file", name: "part of a" }] },
      { ...COMPONENT, name: "b", "bom-ref": "b" },
      { ...COMPONENT, name: "c", "bom-ref": "c" },
    ],
    dependencies: [
      { ref: "s", dependsOn: ["a"] },
      { ref: "a", dependsOn: ["b"] },
      { ref: "b", dependsOn: ["a"] },
      { ref: "c", dependsOn: ["c"] },
    ],
  };
  const { findings } = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  expect(findings.map(({ ruleId, severity, place }) => [ruleId, severity, place.pointer])).toEqual([
    ["sbom-dependency-cycle", "note", "/dependencies/1"],
    ["sbom-dependency-cycle", "note", "/dependencies/3"],
    ["sbom-unreachable-component", "note", "/components/2"],
  ]);
  expect(findings[1]?.message).toContain("depends on itself");
});

test("the facts of SPDX packages and files are judged at their place", async () => {
  const document = {
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "x",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/x",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: x-1"] },
    packages: [
      {
        SPDXID: "SPDXRef-a",
        name: "a",
        downloadLocation: "javascript:alert(1)",
        licenseConcluded: "NONE",
        licenseDeclared: "MIT OR",
        checksums: [{ algorithm: "SHA256", checksumValue: EMPTY_SHA256 }],
        externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "npm/a" }],
      },
    ],
    files: [
      {
        SPDXID: "SPDXRef-f",
        fileName: "empty",
        checksums: [{ algorithm: "SHA1", checksumValue: "da39a3ee5e6b4b0d3255bfef95601890afd80709" }],
      },
    ],
  };
  const { findings } = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "x.json" });
  expect(findings.map(({ ruleId, place }) => [ruleId, place.pointer])).toEqual([
    ["sbom-license-expression", "/packages/0/licenseDeclared"],
    ["sbom-url-scheme", "/packages/0/downloadLocation"],
    ["sbom-hash-of-nothing", "/packages/0/checksums/0/checksumValue"],
    ["sbom-purl", "/packages/0/externalRefs/0/referenceLocator"],
  ]);
});
