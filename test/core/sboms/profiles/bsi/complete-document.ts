/** A CycloneDX document that says all the guideline asks for: one component of each kind, every field of the full one. */
export const COMPLETE = {
  bomFormat: "CycloneDX",
  specVersion: "1.7",
  serialNumber: "urn:uuid:7c0f3c2e-6a55-4f8d-9c3a-9d1b7a52e001",
  version: 1,
  metadata: {
    timestamp: "2026-01-31T12:00:00Z",
    lifecycles: [{ phase: "build" }],
    manufacturer: { name: "Example GmbH", contact: [{ email: "sbom@example.org" }] },
    component: {
      type: "application",
      "bom-ref": "product",
      name: "example-product",
      version: "2.1.0",
      manufacturer: { name: "Example GmbH", contact: [{ email: "product@example.org" }] },
      licenses: [
        { expression: "Apache-2.0", acknowledgement: "concluded" },
        { expression: "Apache-2.0", acknowledgement: "declared" },
      ],
      purl: "pkg:generic/example-product@2.1.0",
      externalReferences: [{ type: "rfc-9116", url: "https://example.org/.well-known/security.txt" }],
      properties: [
        { name: "stele:component:kind", value: "logical" },
        { name: "bsi:component:effectiveLicence", value: "Apache-2.0" },
      ],
    },
  },
  components: [
    {
      type: "library",
      "bom-ref": "engine",
      name: "engine",
      version: "1.4.2",
      manufacturer: { name: "Engine project", url: ["https://engine.example.org"] },
      licenses: [
        { expression: "MIT OR Apache-2.0", acknowledgement: "concluded" },
        { expression: "MIT", acknowledgement: "declared" },
      ],
      purl: "pkg:generic/engine@1.4.2",
      cpe: "cpe:2.3:a:example:engine:1.4.2:*:*:*:*:*:*:*",
      externalReferences: [
        {
          type: "distribution",
          url: "https://download.example.org/engine-1.4.2.tar.gz",
          hashes: [
            {
              alg: "SHA-512",
              content:
                "1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75",
            },
          ],
        },
        {
          type: "source-distribution",
          url: "https://download.example.org/engine-1.4.2-src.tar.gz",
          hashes: [
            {
              alg: "SHA-512",
              content:
                "5267768822ee624d48fce15ec5ca79cbd602cb7f4c2157a516556991f22ef8c7b5ef7b18d1ff41c59370efb0858651d44a936c11b7b144c48fe04df3c6a3e8da",
            },
          ],
        },
        { type: "rfc-9116", url: "https://engine.example.org/.well-known/security.txt" },
      ],
      properties: [
        { name: "bsi:component:filename", value: "engine-1.4.2.tar.gz" },
        { name: "bsi:component:executable", value: "non-executable" },
        { name: "bsi:component:archive", value: "archive" },
        { name: "bsi:component:structured", value: "structured" },
        { name: "bsi:component:effectiveLicence", value: "MIT" },
      ],
    },
    {
      type: "operating-system",
      "bom-ref": "host",
      name: "host-system",
      version: "12",
      isExternal: true,
      manufacturer: { url: ["https://os.example.org"] },
      purl: "pkg:generic/host-system@12",
    },
    {
      type: "library",
      "bom-ref": "module",
      name: "module",
      version: "0.9",
      manufacturer: { contact: [{ email: "module@example.org" }] },
      externalReferences: [{ type: "bom", url: "https://example.org/sboms/module-0.9.cdx.json" }],
    },
  ],
  dependencies: [
    { ref: "product", dependsOn: ["engine", "host", "module"] },
    { ref: "engine", dependsOn: [] },
  ],
  compositions: [{ aggregate: "complete", dependencies: ["product", "engine"] }],
};
