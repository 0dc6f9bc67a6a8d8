/** Small documents with the habits of the generators that people use, written from what is public about their output. */

const SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80708";
const SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const SHA512 = `${SHA256}${SHA256}`;

function spdx(version: "2.2" | "2.3", creators: readonly string[], members: object): object {
  return {
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: `SPDX-${version}`,
    name: "example",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/spdxdocs/example-2f1c",
    creationInfo: { created: "2026-10-01T08:30:00Z", creators },
    ...members,
  };
}

function cycloneDx(specVersion: string, tool: object, members: { readonly metadata?: object }): object {
  const { metadata, ...more } = members;
  return {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: "CycloneDX",
    specVersion,
    serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    version: 1,
    metadata: { timestamp: "2026-10-01T08:30:00Z", tools: { components: [tool] }, ...metadata },
    ...more,
  };
}

function purl(locator: string, category = "PACKAGE-MANAGER"): object {
  return { referenceCategory: category, referenceType: "purl", referenceLocator: locator };
}

function relate(spdxElementId: string, relationshipType: string, relatedSpdxElement: string): object {
  return { spdxElementId, relationshipType, relatedSpdxElement };
}

const SILENT = {
  downloadLocation: "NOASSERTION",
  filesAnalyzed: false,
  licenseConcluded: "NOASSERTION",
  licenseDeclared: "NOASSERTION",
  copyrightText: "NOASSERTION",
};

const TRIVY_SPDX = spdx("2.3", ["Organization: aquasecurity", "Tool: trivy-0.67.0"], {
  packages: [
    {
      ...SILENT,
      SPDXID: "SPDXRef-ContainerImage-4d2b1c",
      name: "example:latest",
      downloadLocation: "NONE",
      primaryPackagePurpose: "CONTAINER",
      externalRefs: [purl("pkg:oci/example@sha256%3Aab12?arch=amd64&repository_url=registry.example.org%2Fexample")],
      annotations: [
        {
          annotator: "Tool: trivy-0.67.0",
          annotationDate: "2026-10-01T08:30:00Z",
          annotationType: "OTHER",
          comment: "SchemaVersion: 2",
        },
      ],
    },
    {
      ...SILENT,
      SPDXID: "SPDXRef-OperatingSystem-19c3a7",
      name: "debian",
      versionInfo: "12.5",
      downloadLocation: "NONE",
      primaryPackagePurpose: "OPERATING-SYSTEM",
    },
    {
      ...SILENT,
      SPDXID: "SPDXRef-Package-77ab01",
      name: "adduser",
      versionInfo: "3.134",
      supplier: "Organization: Debian Adduser Developers \u003cadduser@example.org\u003e",
      downloadLocation: "NONE",
      licenseDeclared: "GPL-2.0-or-later",
      primaryPackagePurpose: "LIBRARY",
      sourceInfo: "built package from: adduser 3.134",
      externalRefs: [purl("pkg:deb/debian/adduser@3.134?arch=all&distro=debian-12.5")],
    },
  ],
  relationships: [
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-ContainerImage-4d2b1c"),
    relate("SPDXRef-ContainerImage-4d2b1c", "CONTAINS", "SPDXRef-OperatingSystem-19c3a7"),
    relate("SPDXRef-OperatingSystem-19c3a7", "CONTAINS", "SPDXRef-Package-77ab01"),
  ],
});

const TRIVY_CYCLONEDX = cycloneDx(
  "1.6",
  { type: "application", group: "aquasecurity", name: "trivy", version: "0.67.0" },
  {
    metadata: {
      component: {
        "bom-ref": "image",
        type: "container",
        name: "example:latest",
        purl: "pkg:oci/example@sha256%3Aab12",
      },
    },
    components: [
      { "bom-ref": "os", type: "operating-system", name: "debian", version: "12.5" },
      {
        "bom-ref": "pkg:deb/debian/adduser@3.134",
        type: "library",
        name: "adduser",
        version: "3.134",
        licenses: [{ license: { name: "GPL-2.0-or-later" } }],
        purl: "pkg:deb/debian/adduser@3.134?arch=all&distro=debian-12.5",
        properties: [{ name: "aquasecurity:trivy:PkgType", value: "debian" }],
      },
    ],
    dependencies: [
      { ref: "image", dependsOn: ["os"] },
      { ref: "os", dependsOn: ["pkg:deb/debian/adduser@3.134"] },
      { ref: "pkg:deb/debian/adduser@3.134", dependsOn: [] },
    ],
    vulnerabilities: [],
  } as object,
);

const SYFT_SPDX = spdx("2.3", ["Organization: Anchore, Inc", "Tool: syft-1.33.0"], {
  packages: [
    {
      ...SILENT,
      SPDXID: "SPDXRef-Package-python-requests-53e5f1",
      name: "requests",
      versionInfo: "2.32.3",
      supplier: "NOASSERTION",
      originator: "Person: K. Example (k@example.org)",
      licenseDeclared: "LicenseRef-Apache-License--Version-2.0",
      externalRefs: [
        {
          referenceCategory: "SECURITY",
          referenceType: "cpe23Type",
          referenceLocator: "cpe:2.3:a:python:requests:2.32.3:*:*:*:*:*:*:*",
        },
        purl("pkg:pypi/requests@2.32.3"),
      ],
    },
    {
      ...SILENT,
      SPDXID: "SPDXRef-DocumentRoot-Directory-.",
      name: ".",
      supplier: "NOASSERTION",
      primaryPackagePurpose: "FILE",
    },
  ],
  files: [
    {
      SPDXID: "SPDXRef-File-METADATA-1c8f",
      fileName: "requests/METADATA",
      fileTypes: ["TEXT"],
      checksums: [{ algorithm: "SHA1", checksumValue: SHA1 }],
      licenseConcluded: "NOASSERTION",
      licenseInfoInFiles: ["NOASSERTION"],
      copyrightText: "NOASSERTION",
    },
  ],
  hasExtractedLicensingInfos: [
    {
      licenseId: "LicenseRef-Apache-License--Version-2.0",
      extractedText: "NOASSERTION",
      name: "Apache License, Version 2.0",
    },
  ],
  relationships: [
    {
      ...relate("SPDXRef-Package-python-requests-53e5f1", "OTHER", "SPDXRef-File-METADATA-1c8f"),
      comment: "evident-by: indicates the package's existence is evident by the given file",
    },
    relate("SPDXRef-DocumentRoot-Directory-.", "CONTAINS", "SPDXRef-Package-python-requests-53e5f1"),
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-DocumentRoot-Directory-."),
  ],
});

const SYFT_CYCLONEDX = cycloneDx("1.6", { type: "application", author: "anchore", name: "syft", version: "1.33.0" }, {
  metadata: { component: { "bom-ref": "af63bd4c8601b7f1", type: "file", name: "." } },
  components: [
    {
      "bom-ref": "pkg:pypi/requests@2.32.3?package-id=53e5f1",
      type: "library",
      author: "K. Example <k@example.org>",
      name: "requests",
      version: "2.32.3",
      licenses: [{ license: { name: "Apache License, Version 2.0" } }],
      cpe: "cpe:2.3:a:python:requests:2.32.3:*:*:*:*:*:*:*",
      purl: "pkg:pypi/requests@2.32.3",
      properties: [{ name: "syft:package:foundBy", value: "python-installed-package-cataloger" }],
    },
  ],
} as object);

const CDXGEN = cycloneDx(
  "1.6",
  {
    group: "@cyclonedx",
    name: "cdxgen",
    version: "12.8.4",
    type: "application",
    "bom-ref": "pkg:npm/@cyclonedx/cdxgen@12.8.4",
    purl: "pkg:npm/%40cyclonedx/cdxgen@12.8.4",
    publisher: "OWASP Foundation",
    authors: [{ name: "OWASP Foundation" }],
  },
  {
    metadata: {
      authors: [{ name: "OWASP Foundation" }],
      lifecycles: [{ phase: "build" }],
      component: { "bom-ref": "pkg:npm/shop@1.0.0", type: "application", name: "shop", version: "1.0.0" },
      properties: [{ name: "cdx:bom:componentTypes", value: "npm" }],
    },
    components: [
      {
        "bom-ref": "pkg:npm/lodash@4.17.21",
        type: "library",
        group: "",
        name: "lodash",
        version: "4.17.21",
        scope: "required",
        hashes: [{ alg: "SHA-512", content: SHA512 }],
        licenses: [{ license: { id: "MIT", url: "https://opensource.org/licenses/MIT" } }],
        purl: "pkg:npm/lodash@4.17.21",
        evidence: {
          identity: [{ field: "purl", confidence: 1, methods: [{ technique: "manifest-analysis", confidence: 1 }] }],
        },
      },
    ],
    dependencies: [
      { ref: "pkg:npm/lodash@4.17.21", dependsOn: [] },
      { ref: "pkg:npm/shop@1.0.0", dependsOn: ["pkg:npm/lodash@4.17.21"] },
    ],
    annotations: [
      {
        subjects: ["pkg:npm/shop@1.0.0"],
        annotator: { component: { type: "application", name: "cdxgen", version: "12.8.4" } },
        timestamp: "2026-10-01T08:30:00Z",
        text: "This BOM was created in the build phase.",
      },
    ],
  } as object,
);

const BOM = spdx("2.3", ["Tool: sigs.k8s.io/bom/pkg/spdx"], {
  documentDescribes: ["SPDXRef-Package-sha256-1b2c"],
  packages: [
    {
      SPDXID: "SPDXRef-Package-sha256-1b2c",
      name: "sha256:1b2c",
      versionInfo: "v1.34.0",
      supplier: "Organization: Example Release Managers (release@example.org)",
      downloadLocation: "NONE",
      filesAnalyzed: false,
      licenseConcluded: "Apache-2.0",
      licenseDeclared: "Apache-2.0",
      copyrightText: "NOASSERTION",
      primaryPackagePurpose: "CONTAINER",
      checksums: [{ algorithm: "SHA256", checksumValue: SHA256 }],
      externalRefs: [purl("pkg:oci/example@sha256%3A1b2c?repository_url=registry.example.org")],
    },
    {
      SPDXID: "SPDXRef-Package-layer0",
      name: "layer0",
      downloadLocation: "NONE",
      filesAnalyzed: false,
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "NOASSERTION",
      copyrightText: "NOASSERTION",
    },
  ],
  relationships: [
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Package-sha256-1b2c"),
    relate("SPDXRef-Package-sha256-1b2c", "CONTAINS", "SPDXRef-Package-layer0"),
    relate("SPDXRef-Package-layer0", "VARIANT_OF", "SPDXRef-Package-sha256-1b2c"),
  ],
});

const TERN = spdx("2.2", ["Tool: tern-2.12.1"], {
  documentDescribes: ["SPDXRef-debian-bookworm"],
  comment: "This document was generated by a tool that looked into the layers of an image.",
  packages: [
    { ...SILENT, SPDXID: "SPDXRef-debian-bookworm", name: "debian", versionInfo: "bookworm" },
    {
      ...SILENT,
      SPDXID: "SPDXRef-acl-2.3.1",
      name: "acl",
      versionInfo: "2.3.1",
      licenseDeclared: "LicenseRef-3a8a4f2",
      copyrightText: "NONE",
    },
  ],
  hasExtractedLicensingInfos: [{ licenseId: "LicenseRef-3a8a4f2", extractedText: "Original license: GPL-2+" }],
  relationships: [
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-debian-bookworm"),
    relate("SPDXRef-debian-bookworm", "CONTAINS", "SPDXRef-acl-2.3.1"),
  ],
});

const GITHUB = spdx("2.3", ["Tool: GitHub.com-Dependency-Graph"], {
  name: "com.github.example/shop",
  documentDescribes: ["SPDXRef-com.github.example-shop"],
  packages: [
    {
      SPDXID: "SPDXRef-npm-lodash-4.17.21-75c946",
      name: "lodash",
      versionInfo: "4.17.21",
      downloadLocation: "NOASSERTION",
      filesAnalyzed: false,
      licenseConcluded: "MIT",
      copyrightText: "Copyright OpenJS Foundation",
      externalRefs: [purl("pkg:npm/lodash@4.17.21")],
    },
    {
      SPDXID: "SPDXRef-com.github.example-shop",
      name: "com.github.example/shop",
      versionInfo: "main",
      downloadLocation: "git+https://github.com/example/shop",
      filesAnalyzed: false,
      externalRefs: [purl("pkg:github/example/shop@main")],
    },
  ],
  relationships: [
    relate("SPDXRef-com.github.example-shop", "DEPENDS_ON", "SPDXRef-npm-lodash-4.17.21-75c946"),
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-com.github.example-shop"),
  ],
});

const MAVEN = cycloneDx(
  "1.6",
  {
    type: "library",
    author: "OWASP Foundation",
    group: "org.cyclonedx",
    name: "cyclonedx-maven-plugin",
    version: "2.9.1",
    hashes: [
      { alg: "MD5", content: SHA256.slice(0, 32) },
      { alg: "SHA-512", content: SHA512 },
      { alg: "SHA3-256", content: SHA256 },
    ],
  },
  {
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: {
        type: "library",
        "bom-ref": "pkg:maven/org.example/shop@1.0?type=jar",
        group: "org.example",
        name: "shop",
        version: "1.0",
        purl: "pkg:maven/org.example/shop@1.0?type=jar",
      },
      properties: [{ name: "maven.goal", value: "makeAggregateBom" }],
    },
    components: [
      {
        type: "library",
        "bom-ref": "pkg:maven/org.slf4j/slf4j-api@2.0.13?type=jar",
        publisher: "QOS.ch",
        group: "org.slf4j",
        name: "slf4j-api",
        version: "2.0.13",
        scope: "required",
        hashes: [{ alg: "SHA-1", content: SHA1 }],
        licenses: [{ license: { id: "MIT", url: "https://opensource.org/license/mit" } }],
        purl: "pkg:maven/org.slf4j/slf4j-api@2.0.13?type=jar",
        modified: false,
        externalReferences: [{ type: "website", url: "http://www.qos.ch" }],
      },
    ],
    dependencies: [
      {
        ref: "pkg:maven/org.example/shop@1.0?type=jar",
        dependsOn: ["pkg:maven/org.slf4j/slf4j-api@2.0.13?type=jar"],
      },
      { ref: "pkg:maven/org.slf4j/slf4j-api@2.0.13?type=jar", dependsOn: [] },
    ],
  } as object,
);

const NPM = cycloneDx("1.6", { type: "application", group: "@cyclonedx", name: "cyclonedx-npm", version: "6.0.1" }, {
  metadata: {
    lifecycles: [{ phase: "build" }],
    component: { type: "application", name: "shop", version: "1.0.0", "bom-ref": "shop@1.0.0" },
  },
  components: [
    {
      type: "library",
      name: "lodash",
      version: "4.17.21",
      "bom-ref": "shop@1.0.0|lodash@4.17.21",
      author: "J. Example",
      licenses: [{ license: { id: "MIT", acknowledgement: "declared" } }],
      purl: "pkg:npm/lodash@4.17.21",
      externalReferences: [
        { type: "vcs", url: "git+https://github.com/lodash/lodash.git" },
        {
          type: "distribution",
          url: "https://packages.example.org/lodash/-/lodash-4.17.21.tgz",
          hashes: [{ alg: "SHA-512", content: SHA512 }],
        },
      ],
      properties: [{ name: "cdx:npm:package:path", value: "node_modules/lodash" }],
    },
  ],
  dependencies: [{ ref: "shop@1.0.0", dependsOn: ["shop@1.0.0|lodash@4.17.21"] }, { ref: "shop@1.0.0|lodash@4.17.21" }],
} as object);

const GOMOD = cycloneDx(
  "1.5",
  { type: "application", author: "CycloneDX", name: "cyclonedx-gomod", version: "v1.9.0" },
  {
    metadata: {
      component: {
        "bom-ref": "pkg:golang/example.org/shop@v0.1.0?type=module",
        type: "application",
        name: "example.org/shop",
        version: "v0.1.0",
        purl: "pkg:golang/example.org/shop@v0.1.0?type=module&goos=linux&goarch=amd64",
      },
    },
    components: [
      {
        "bom-ref": "pkg:golang/github.com/google/uuid@v1.6.0?type=module",
        type: "library",
        name: "github.com/google/uuid",
        version: "v1.6.0",
        scope: "required",
        hashes: [{ alg: "SHA-256", content: SHA256 }],
        purl: "pkg:golang/github.com/google/uuid@v1.6.0?type=module&goos=linux&goarch=amd64",
        externalReferences: [{ type: "vcs", url: "https://github.com/google/uuid" }],
        evidence: { licenses: [{ license: { id: "BSD-3-Clause" } }] },
      },
    ],
    dependencies: [
      {
        ref: "pkg:golang/example.org/shop@v0.1.0?type=module",
        dependsOn: ["pkg:golang/github.com/google/uuid@v1.6.0?type=module"],
      },
      { ref: "pkg:golang/github.com/google/uuid@v1.6.0?type=module" },
    ],
    compositions: [
      { aggregate: "complete", dependencies: ["pkg:golang/example.org/shop@v0.1.0?type=module"] },
      { aggregate: "unknown", dependencies: ["pkg:golang/github.com/google/uuid@v1.6.0?type=module"] },
    ],
  } as object,
);

const MICROSOFT = spdx("2.2", ["Organization: Contoso", "Tool: Microsoft.SBOMTool-4.1.0"], {
  documentDescribes: ["SPDXRef-RootPackage"],
  externalDocumentRefs: [],
  files: [
    {
      SPDXID: "SPDXRef-File--shop.dll-A94A8FE5",
      fileName: "./shop.dll",
      checksums: [
        { algorithm: "SHA256", checksumValue: SHA256 },
        { algorithm: "SHA1", checksumValue: SHA1 },
      ],
      licenseConcluded: "NOASSERTION",
      licenseInfoInFiles: ["NOASSERTION"],
      copyrightText: "NOASSERTION",
    },
  ],
  packages: [
    {
      ...SILENT,
      SPDXID: "SPDXRef-Package-8B3E",
      name: "Newtonsoft.Json",
      versionInfo: "13.0.3",
      supplier: "NOASSERTION",
      externalRefs: [purl("pkg:nuget/Newtonsoft.Json@13.0.3")],
    },
    {
      SPDXID: "SPDXRef-RootPackage",
      name: "shop",
      versionInfo: "1.0",
      supplier: "Organization: Contoso",
      downloadLocation: "NOASSERTION",
      filesAnalyzed: true,
      packageVerificationCode: { packageVerificationCodeValue: SHA1 },
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "NOASSERTION",
      licenseInfoFromFiles: ["NOASSERTION"],
      copyrightText: "NOASSERTION",
      hasFiles: ["SPDXRef-File--shop.dll-A94A8FE5"],
      externalRefs: [purl("pkg:swid/Contoso/sbom.example.org/shop@1.0?tag_id=2c5a")],
    },
  ],
  relationships: [
    relate("SPDXRef-RootPackage", "DEPENDS_ON", "SPDXRef-Package-8B3E"),
    relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-RootPackage"),
  ],
});

const YOCTO = spdx(
  "2.2",
  ["Tool: OpenEmbedded Core create-spdx.bbclass", "Organization: OpenEmbedded ()", "Person: N/A ()"],
  {
    externalDocumentRefs: [
      {
        externalDocumentId: "DocumentRef-recipe-zlib",
        spdxDocument: "http://spdx.org/spdxdoc/recipe-zlib-6f2e",
        checksum: { algorithm: "SHA1", checksumValue: SHA1 },
      },
    ],
    packages: [
      {
        SPDXID: "SPDXRef-Recipe-zlib",
        name: "zlib",
        versionInfo: "1.3.1",
        supplier: "Organization: OpenEmbedded ()",
        downloadLocation: "https://zlib.example.org/zlib-1.3.1.tar.gz",
        licenseConcluded: "NOASSERTION",
        licenseDeclared: "Zlib",
        copyrightText: "NOASSERTION",
        externalRefs: [
          {
            referenceCategory: "SECURITY",
            referenceType: "http://spdx.org/rdf/references/cpe23Type",
            referenceLocator: "cpe:2.3:*:zlib:zlib:1.3.1:*:*:*:*:*:*:*",
          },
        ],
      },
    ],
    relationships: [
      relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Recipe-zlib"),
      relate("SPDXRef-DOCUMENT", "AMENDS", "DocumentRef-recipe-zlib:SPDXRef-DOCUMENT"),
      relate("SPDXRef-Recipe-zlib", "GENERATED_FROM", "DocumentRef-recipe-zlib:SPDXRef-Recipe-zlib"),
    ],
  },
);

const SCANCODE_SPDX = spdx("2.2", ["Tool: scancode-toolkit v32.4.0"], {
  documentDescribes: ["SPDXRef-001"],
  packages: [
    {
      SPDXID: "SPDXRef-001",
      name: "shop",
      downloadLocation: "NOASSERTION",
      filesAnalyzed: true,
      packageVerificationCode: { packageVerificationCodeValue: SHA1 },
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "NOASSERTION",
      licenseInfoFromFiles: ["LicenseRef-scancode-public-domain", "MIT"],
      copyrightText: "NOASSERTION",
      hasFiles: ["SPDXRef-2"],
    },
  ],
  files: [
    {
      SPDXID: "SPDXRef-2",
      fileName: "./shop/a.c",
      checksums: [{ algorithm: "SHA1", checksumValue: SHA1 }],
      licenseConcluded: "NOASSERTION",
      licenseInfoInFiles: ["LicenseRef-scancode-public-domain"],
      copyrightText: "Copyright (c) Example",
    },
  ],
  hasExtractedLicensingInfos: [
    {
      licenseId: "LicenseRef-scancode-public-domain",
      extractedText: "See details at https://github.com/nexB/scancode-toolkit",
      name: "Public Domain",
    },
  ],
  relationships: [relate("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-001")],
});

const SCANCODE_CYCLONEDX = {
  bomFormat: "CycloneDX",
  specVersion: "1.3",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  metadata: {
    timestamp: "2026-10-01T08:30:00Z",
    tools: [{ vendor: "AboutCode.org", name: "ScanCode-toolkit", version: "32.4.0" }],
  },
  components: [
    {
      "bom-ref": "pkg:npm/lodash@4.17.21?uuid=5b1f",
      type: "library",
      name: "lodash",
      version: "4.17.21",
      scope: "required",
      licenses: [{ expression: "MIT" }],
      purl: "pkg:npm/lodash@4.17.21",
      externalReferences: [],
    },
  ],
  dependencies: [{ ref: "pkg:npm/lodash@4.17.21?uuid=5b1f", dependsOn: [] }],
};

/** A generator's document, what the check notes, and whether name and version of the tool are told. */
export interface Producer {
  readonly name: string;
  readonly document: object;
  readonly notes: readonly string[];
  readonly hasToolVersion: boolean;
}

/** The generators. */
export const PRODUCERS: readonly Producer[] = [
  { name: "trivy, SPDX", document: TRIVY_SPDX, notes: ["note sbom-spelling"], hasToolVersion: true },
  { name: "trivy, CycloneDX", document: TRIVY_CYCLONEDX, notes: [], hasToolVersion: true },
  { name: "syft, SPDX", document: SYFT_SPDX, notes: [], hasToolVersion: true },
  { name: "syft, CycloneDX", document: SYFT_CYCLONEDX, notes: [], hasToolVersion: true },
  { name: "cdxgen", document: CDXGEN, notes: [], hasToolVersion: true },
  { name: "bom", document: BOM, notes: [], hasToolVersion: false },
  { name: "tern", document: TERN, notes: [], hasToolVersion: true },
  { name: "GitHub", document: GITHUB, notes: [], hasToolVersion: false },
  { name: "cyclonedx-maven", document: MAVEN, notes: [], hasToolVersion: true },
  { name: "cyclonedx-npm", document: NPM, notes: [], hasToolVersion: true },
  { name: "cyclonedx-gomod", document: GOMOD, notes: [], hasToolVersion: true },
  { name: "Microsoft sbom-tool", document: MICROSOFT, notes: ["note sbom-spelling"], hasToolVersion: true },
  { name: "Yocto", document: YOCTO, notes: ["warning sbom-schema"], hasToolVersion: false },
  { name: "scancode, SPDX", document: SCANCODE_SPDX, notes: [], hasToolVersion: true },
  { name: "scancode, CycloneDX", document: SCANCODE_CYCLONEDX, notes: [], hasToolVersion: true },
];
