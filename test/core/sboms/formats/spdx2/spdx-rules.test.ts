import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";

import { changeDocument } from "../../profiles/bsi/change-document.ts";

const DOCUMENT = {
  SPDXID: "SPDXRef-DOCUMENT",
  spdxVersion: "SPDX-2.3",
  name: "quarry",
  dataLicense: "CC0-1.0",
  documentNamespace: "https://example.org/spdx/quarry-7",
  creationInfo: {
    created: "2026-01-01T00:00:00Z",
    creators: ["Tool: made-up-1", "Organization: Quarry (a@example.org)"],
  },
  packages: [
    {
      SPDXID: "SPDXRef-a",
      name: "quarry",
      downloadLocation: "NOASSERTION",
      filesAnalyzed: false,
      supplier: "NOASSERTION",
      originator: "Person: A. Author",
      licenseConcluded: "MIT AND LicenseRef-ours",
      licenseDeclared: "NOASSERTION",
      copyrightText: "NOASSERTION",
    },
  ],
  hasExtractedLicensingInfos: [{ licenseId: "LicenseRef-ours", extractedText: "Do what you like." }],
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: "SPDXRef-a", relationshipType: "DESCRIBES" },
  ],
};
const A = "/packages/0";
const CODE = { packageVerificationCodeValue: "d6a770ba38583ed4bb4525bd96e50461655d2758" };

function check(document: unknown, isStrict: boolean) {
  return checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "a.spdx.json", isStrict });
}

test("a document by the text of the standard has no findings, also for the strict", async () => {
  expect(await check(DOCUMENT, true)).toMatchObject({ isValid: true, findings: [] });
});

test.each([
  ["/SPDXID", "SPDXRef-hello", "sbom-spdx-document-id", "/SPDXID"],
  ["/dataLicense", "MIT", "sbom-spdx-document", "/dataLicense"],
  ["/documentNamespace", "quarry-7", "sbom-spdx-document", "/documentNamespace"],
  ["/documentNamespace", "https://example.org/a#b", "sbom-spdx-document", "/documentNamespace"],
  [`${A}/SPDXID`, "SPDXRef-a_b", "sbom-spdx-id", `${A}/SPDXID`],
  [`${A}/SPDXID`, "a", "sbom-spdx-id", `${A}/SPDXID`],
  [`${A}/SPDXID`, "SPDXRef-a b", "sbom-spdx-id", `${A}/SPDXID`],
  [`${A}/supplier`, "Quarry", "sbom-spdx-agent", `${A}/supplier`],
  [`${A}/supplier`, "Tool: maker", "sbom-spdx-agent", `${A}/supplier`],
  [`${A}/originator`, "organization: Quarry", "sbom-spdx-agent", `${A}/originator`],
  ["/creationInfo/creators/1", "Quarry", "sbom-spdx-agent", "/creationInfo/creators/1"],
  [`${A}/filesAnalyzed`, true, "sbom-spdx-files-analyzed", A],
  [`${A}/packageVerificationCode`, CODE, "sbom-spdx-files-analyzed", A],
  [`${A}/licenseInfoFromFiles`, ["MIT"], "sbom-spdx-files-analyzed", A],
  [`${A}/licenseConcluded`, "MIT OR LicenseRef-theirs", "sbom-spdx-license-reference", `${A}/licenseConcluded`],
  ["/hasExtractedLicensingInfos", undefined, "sbom-spdx-license-reference", `${A}/licenseConcluded`],
])("%s = %j is a finding, and an error for the strict", async (pointer, value, ruleId, place) => {
  const document = changeDocument(DOCUMENT, pointer, value);
  const lenient = await check(document, false);
  expect(lenient.isValid).toBe(true);
  const faultOf = ({ findings }: typeof lenient) => findings.find((one) => one.ruleId === ruleId);
  expect(faultOf(lenient)).toMatchObject({ severity: "warning", place: { pointer: place } });
  const strict = await check(document, true);
  expect(strict.isValid).toBe(false);
  expect(faultOf(strict)).toMatchObject({ severity: "error", place: { pointer: place } });
});

test("what the standard leaves out by default is held against the strict only, and against who lists files", async () => {
  const silent = changeDocument(DOCUMENT, `${A}/filesAnalyzed`, undefined);
  expect((await check(silent, false)).findings).toEqual([]);
  expect((await check(silent, true)).findings).toMatchObject([{ ruleId: "sbom-spdx-files-analyzed" }]);
  const files = [
    { SPDXID: "SPDXRef-f", fileName: "f", checksums: [{ algorithm: "SHA1", checksumValue: "a".repeat(40) }] },
  ];
  const listed = changeDocument({ ...(silent as object), files }, `${A}/hasFiles`, ["SPDXRef-f"]);
  expect((await check(listed, false)).findings).toMatchObject([
    { ruleId: "sbom-spdx-files-analyzed", severity: "warning" },
  ]);
});

test("a reference into another document is declared there", async () => {
  const document = changeDocument(DOCUMENT, `${A}/licenseConcluded`, "DocumentRef-x:LicenseRef-theirs");
  expect((await check(document, false)).findings).toEqual([]);
});

test.each([
  ["LicenseRef-GPLv2+", "sbom-license-unknown", "is no reference to a license"],
  ["MIT, BSD-3-Clause", "sbom-license-expression", "is no license expression"],
  ["UNKNOWN", "sbom-license-unknown", "is not on the SPDX list"],
])("the license %s is no expression: an error for the strict", async (license, ruleId, words) => {
  const document = changeDocument(DOCUMENT, `${A}/licenseDeclared`, license);
  expect((await check(document, false)).isValid).toBe(true);
  const strict = await check(document, true);
  expect(strict.isValid).toBe(false);
  const fault = strict.findings.find((one) => one.ruleId === ruleId);
  expect(fault?.message).toContain(words);
});
