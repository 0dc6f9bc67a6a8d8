/** The same product as in `complete-document.ts` in SPDX 3.0.1: one component of each kind, every field of the full one. */

const BASE = "https://example.org/spdx/example-product-2.1.0";
const INFO = { creationInfo: "_:info" };

/** Name of an element. */
export function idOf(name: string): string {
  return `${BASE}#${name}`;
}

function element(type: string, name: string, members: Readonly<Record<string, unknown>>) {
  return { type, spdxId: idOf(name), ...INFO, ...members };
}

function agent(
  type: "Organization" | "Person",
  name: string,
  kind: "email" | "urlScheme" | "other",
  identifier: string,
) {
  return element(type, name, {
    name,
    externalIdentifier: [{ type: "ExternalIdentifier", externalIdentifierType: kind, identifier }],
  });
}

function relationship(name: string, from: string, type: string, to: readonly string[], more: object = {}) {
  return element("Relationship", name, {
    from: idOf(from),
    relationshipType: type,
    to: to.map((one) => (one === "NoneElement" ? one : idOf(one))),
    ...more,
  });
}

function license(name: string, expression: string) {
  return element("simplelicensing_LicenseExpression", name, { simplelicensing_licenseExpression: expression });
}

function reference(type: string, locator: string) {
  return { type: "ExternalRef", externalRefType: type, locator: [locator] };
}

function sha512(hashValue: string) {
  return { type: "Hash", algorithm: "sha512", hashValue };
}

const COMPLETE = { completeness: "complete" };

const GRAPH = [
  {
    type: "CreationInfo",
    "@id": "_:info",
    specVersion: "3.0.1",
    created: "2026-01-31T12:00:00Z",
    createdBy: [idOf("maker")],
  },
  agent("Organization", "maker", "email", "sbom@example.org"),
  agent("Organization", "engine-project", "other", "https://engine.example.org"),
  agent("Organization", "host-vendor", "urlScheme", "https://os.example.org"),
  agent("Person", "module-author", "email", "module@example.org"),
  element("SpdxDocument", "document", { rootElement: [idOf("sbom")], profileConformance: ["core", "software"] }),
  element("software_Sbom", "sbom", { rootElement: [idOf("product")], software_sbomType: ["build"] }),
  element("software_Package", "product", {
    name: "example-product",
    software_packageVersion: "2.1.0",
    software_primaryPurpose: "application",
    originatedBy: [idOf("maker")],
    software_packageUrl: "pkg:generic/example-product@2.1.0",
    externalRef: [reference("securityOther", "https://example.org/.well-known/security.txt")],
    extension: [
      {
        type: "extension_CdxPropertiesExtension",
        extension_cdxProperty: [
          {
            type: "extension_CdxPropertyEntry",
            extension_cdxPropName: "stele:component:kind",
            extension_cdxPropValue: "logical",
          },
        ],
      },
    ],
  }),
  element("software_Package", "engine", {
    name: "engine",
    software_packageVersion: "1.4.2",
    originatedBy: [idOf("engine-project")],
    software_packageUrl: "pkg:generic/engine@1.4.2",
    externalIdentifier: [
      {
        type: "ExternalIdentifier",
        externalIdentifierType: "cpe23",
        identifier: "cpe:2.3:a:example:engine:1.4.2:*:*:*:*:*:*:*",
      },
    ],
    externalRef: [reference("securityOther", "https://engine.example.org/.well-known/security.txt")],
  }),
  element("software_File", "engine-file", {
    name: "engine-1.4.2.tar.gz",
    software_primaryPurpose: "library",
    software_additionalPurpose: ["archive", "container"],
    verifiedUsing: [
      sha512(
        "1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75",
      ),
    ],
    externalRef: [reference("binaryArtifact", "https://download.example.org/engine-1.4.2.tar.gz")],
  }),
  element("software_File", "engine-source", {
    name: "engine-1.4.2-src.tar.gz",
    software_primaryPurpose: "source",
    verifiedUsing: [
      sha512(
        "5267768822ee624d48fce15ec5ca79cbd602cb7f4c2157a516556991f22ef8c7b5ef7b18d1ff41c59370efb0858651d44a936c11b7b144c48fe04df3c6a3e8da",
      ),
    ],
    externalRef: [reference("sourceArtifact", "https://download.example.org/engine-1.4.2-src.tar.gz")],
  }),
  element("software_Package", "host", {
    name: "host-system",
    software_packageVersion: "12",
    originatedBy: [idOf("host-vendor")],
    software_packageUrl: "pkg:generic/host-system@12",
  }),
  element("software_Package", "module", {
    name: "module",
    software_packageVersion: "0.9",
    originatedBy: [idOf("module-author")],
  }),
  element("software_Sbom", "module-sbom", {
    rootElement: [idOf("module")],
    externalRef: [reference("buildMeta", "https://example.org/sboms/module-0.9.spdx.json")],
  }),
  license("apache", "Apache-2.0"),
  license("mit-or-apache", "MIT OR Apache-2.0"),
  license("mit", "MIT"),
  relationship("r-product", "product", "dependsOn", ["engine", "module"], COMPLETE),
  relationship("r-host", "product", "hasProvidedDependency", ["host"]),
  relationship("r-engine", "engine", "dependsOn", ["NoneElement"], COMPLETE),
  relationship("r-file", "engine", "hasDistributionArtifact", ["engine-file"], COMPLETE),
  relationship("r-source", "engine-source", "generates", ["engine"]),
  relationship("r-module", "module-sbom", "describes", ["module"]),
  relationship("r-product-concluded", "product", "hasConcludedLicense", ["apache"]),
  relationship("r-product-declared", "product", "hasDeclaredLicense", ["apache"]),
  relationship("r-product-effective", "product", "other", ["apache"], { comment: "hasEffectiveLicense" }),
  relationship("r-engine-concluded", "engine", "hasConcludedLicense", ["mit-or-apache"]),
  relationship("r-engine-declared", "engine", "hasDeclaredLicense", ["mit"]),
  relationship("r-engine-effective", "engine", "other", ["mit"], { comment: "hasEffectiveLicense" }),
];

/** The document. */
export const COMPLETE_SPDX3 = {
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": GRAPH,
};

/** JSON pointer of an element, or of a member of it. */
export function placeOf(name: string, member = ""): string {
  const index = GRAPH.findIndex((one) => "spdxId" in one && one.spdxId === idOf(name));
  if (index < 0) throw new Error(`there is no element ${name}`);
  return `/@graph/${index}${member === "" ? "" : `/${member}`}`;
}
