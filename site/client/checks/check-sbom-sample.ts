/** A small SBOM with typical mistakes, for those who want to see what the check does. */
export const SBOM_SAMPLE = `{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "serialNumber": "urn:uuid:6f2a4c7e-0d53-4a39-9a51-3c5a1f0c9b21",
  "version": 1,
  "metadata": {
    "timestamp": "2026-11-01T08:00:00Z",
    "component": { "bom-ref": "app", "type": "application", "name": "sample-shop", "version": "1.4.0" }
  },
  "components": [
    {
      "bom-ref": "lib",
      "type": "library",
      "name": "left-pad",
      "version": "1.3.0",
      "purl": "pkg:NPM/left-pad@1.3.0",
      "licenses": [{ "license": { "id": "mit" } }],
      "hashes": [{ "alg": "SHA-256", "content": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }]
    }
  ],
  "dependencies": [
    { "ref": "app", "dependsOn": ["lib", "forgotten"] }
  ]
}
`;
