/** Made-up SPDX documents of any size, the same for the same numbers: for benchmarks and tests of limits. */

/** An SPDX 2.3 document of `packageCount` packages and two relationships for each, about 1.8 kB per package as scanners write it. */
export function syntheticSpdx(packageCount: number): string {
  const packages = Array.from({ length: packageCount }, (_, index) => syntheticPackage(index));
  const describes = { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: idOf(0), relationshipType: "DESCRIBES" };
  const relationships = packages.flatMap((_one, index) =>
    [index + 1, index + 2 + (index % 7)]
      .filter((target) => target < packageCount)
      .map((target) => ({
        spdxElementId: idOf(index),
        relatedSpdxElement: idOf(target),
        relationshipType: index % 2 === 0 ? "DEPENDS_ON" : "CONTAINS",
      })),
  );
  return JSON.stringify({
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "synthetic",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/spdx/synthetic",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: synthetic-1.0", "Organization: Example"] },
    packages,
    relationships: [describes, ...relationships],
  });
}

function idOf(index: number): string {
  return `SPDXRef-Package-${index}`;
}

function syntheticPackage(index: number) {
  const name = `package-${index}`;
  const version = `${index % 10}.${index % 7}.${index}`;
  return {
    SPDXID: idOf(index),
    name,
    versionInfo: version,
    supplier: "Organization: Example",
    originator: "Organization: Example",
    downloadLocation: `https://download.example.org/${name}-${version}.tar.gz`,
    filesAnalyzed: false,
    licenseConcluded: index % 3 === 0 ? "MIT AND (Apache-2.0 OR BSD-3-Clause)" : "NOASSERTION",
    licenseDeclared: index % 2 === 0 ? "Apache-2.0" : "NOASSERTION",
    copyrightText: "NOASSERTION",
    summary: "A package that stands for many, with a text of the length that such texts have. ".repeat(10),
    checksums: [{ algorithm: "SHA256", checksumValue: (index + 1).toString(16).padStart(64, "0") }],
    externalRefs: [
      {
        referenceCategory: "PACKAGE-MANAGER",
        referenceType: "purl",
        referenceLocator: `pkg:rpm/example/${name}@${version}?arch=x86_64`,
      },
      {
        referenceCategory: "SECURITY",
        referenceType: "cpe23Type",
        referenceLocator: `cpe:2.3:a:example:${name}:${version}:*:*:*:*:*:*:*`,
      },
    ],
  };
}

/** An SPDX 3.0.1 document of about `elementCount` elements: packages, and a relationship from each to the next one. */
export function syntheticSpdx3(elementCount: number): string {
  const base = "https://example.org/spdx/synthetic#";
  const info = { creationInfo: "_:info" };
  const packageCount = Math.max(1, Math.floor((elementCount - 3) / 2));
  const elements = Array.from({ length: packageCount }, (_, index) => [
    {
      type: "software_Package",
      spdxId: `${base}package-${index}`,
      name: `package-${index}`,
      software_packageVersion: `1.${index}`,
      software_packageUrl: `pkg:generic/package-${index}@1.${index}`,
      originatedBy: [`${base}maker`],
      verifiedUsing: [{ type: "Hash", algorithm: "sha512", hashValue: (index + 1).toString(16).padStart(128, "0") }],
      ...info,
    },
    {
      type: "Relationship",
      spdxId: `${base}relationship-${index}`,
      from: `${base}package-${index}`,
      relationshipType: "dependsOn",
      to: [index + 1 < packageCount ? `${base}package-${index + 1}` : "NoneElement"],
      completeness: "complete",
      ...info,
    },
  ]);
  return JSON.stringify({
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [
      {
        type: "CreationInfo",
        "@id": "_:info",
        specVersion: "3.0.1",
        created: "2026-01-01T00:00:00Z",
        createdBy: [`${base}maker`],
      },
      { type: "Organization", spdxId: `${base}maker`, name: "Maker", ...info },
      { type: "SpdxDocument", spdxId: `${base}document`, rootElement: [`${base}package-0`], ...info },
      ...elements.flat(),
    ],
  });
}
