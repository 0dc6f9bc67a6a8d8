import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { CRA } from "#core/sboms/profiles/cra.ts";
import type { Profile } from "#core/sboms/profiles/evaluate-profile.ts";
import { OPENCHAIN_TELCO } from "#core/sboms/profiles/telco/index.ts";

import { changeDocument } from "./bsi/change-document.ts";

async function brokenRules(profile: Profile, document: unknown): Promise<readonly string[]> {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  return profile
    .evaluate(check.content)
    .rules.filter(({ share }) => share !== undefined && share < 1)
    .map(({ rule }) => rule.id);
}

const SPDX = {
  SPDXID: "SPDXRef-DOCUMENT",
  spdxVersion: "SPDX-2.3",
  name: "product",
  dataLicense: "CC0-1.0",
  documentNamespace: "https://example.org/product",
  creationInfo: {
    created: "2026-01-01T00:00:00Z",
    creators: ["Organization: Example", "Tool: maker-1.2"],
    comment: "CISA SBOM Type: Build",
  },
  packages: ["product", "part"].map((name) => ({
    SPDXID: `SPDXRef-${name}`,
    name,
    versionInfo: "1",
    supplier: "Organization: Example",
    downloadLocation: "NOASSERTION",
    licenseConcluded: "MIT",
    licenseDeclared: "NOASSERTION",
    copyrightText: "NOASSERTION",
  })),
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: "SPDXRef-product", relationshipType: "DESCRIBES" },
    { spdxElementId: "SPDXRef-product", relatedSpdxElement: "SPDXRef-part", relationshipType: "CONTAINS" },
  ],
};

const CYCLONEDX = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: { component: { type: "application", "bom-ref": "product", name: "product" } },
  components: [{ type: "library", "bom-ref": "part", name: "part" }],
  dependencies: [{ ref: "product", dependsOn: ["part"] }],
};

test("a complete SPDX document satisfies the Telco guide and the CRA, NOASSERTION included", async () => {
  expect(await brokenRules(OPENCHAIN_TELCO, SPDX)).toEqual([]);
  expect(await brokenRules(CRA, SPDX)).toEqual([]);
});

test.each([
  ["/creationInfo/creators/0", "Person: Somebody", "creator-organization"],
  ["/creationInfo/creators/1", "Tool: maker", "creator-tool"],
  ["/creationInfo/comment", "made by hand", "sbom-type"],
  ["/packages/1/versionInfo", undefined, "package-version"],
  ["/packages/1/supplier", undefined, "package-supplier"],
  ["/packages/1/copyrightText", undefined, "package-copyright-text"],
  ["/packages/1/licenseDeclared", undefined, "package-license-declared"],
  ["/relationships/0", undefined, "relationship-describes"],
  ["/relationships/1/relationshipType", "DEPENDS_ON", "relationship-contains"],
])("%s = %j breaks %s of the Telco guide", async (pointer, value, ruleId) => {
  expect(await brokenRules(OPENCHAIN_TELCO, changeDocument(SPDX, pointer, value))).toEqual([ruleId]);
});

test("CycloneDX is not conformant to the Telco guide, whatever it says", async () => {
  expect(await brokenRules(OPENCHAIN_TELCO, CYCLONEDX)).toEqual(["format"]);
});

test.each([
  ["/dependencies", undefined, ["top-level-dependencies"]],
  ["/dependencies/0/dependsOn", [], ["top-level-dependencies"]],
  ["/metadata/component", undefined, ["subject", "top-level-dependencies"]],
  ["/components/0/name", "", ["component-name"]],
])("%s = %j breaks the CRA minimum", async (pointer, value, ruleIds) => {
  const document = changeDocument(CYCLONEDX, pointer, value);
  // A dependency whose subject is gone dangles, which is another matter.
  expect(await brokenRules(CRA, document)).toEqual(ruleIds);
});

test("a product without parts says so by a complete composition", async () => {
  const document = {
    ...CYCLONEDX,
    dependencies: [],
    compositions: [{ aggregate: "complete", assemblies: ["product"] }],
  };
  expect(await brokenRules(CRA, document)).toEqual([]);
  const unknown = { ...document, compositions: [{ aggregate: "unknown", assemblies: ["product"] }] };
  expect(await brokenRules(CRA, unknown)).toEqual(["top-level-dependencies"]);
});
