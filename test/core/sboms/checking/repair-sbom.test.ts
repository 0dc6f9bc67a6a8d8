import { expect, test } from "vitest";

import { applyPatch } from "#core/base/json/json-patch.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { BSI_TR_03183_2 } from "#core/sboms/profiles/bsi/index.ts";
import { OPENCHAIN_TELCO } from "#core/sboms/profiles/telco/index.ts";
import { repairSbom } from "#core/sboms/checking/repair-sbom.ts";

import { changeDocument } from "../profiles/bsi/change-document.ts";
import { COMPLETE } from "../profiles/bsi/complete-document.ts";
import { COMPLETE_SPDX3, placeOf } from "../profiles/bsi/complete-spdx3.ts";

const ENGINE = "/components/0";

function repair(document: unknown, profiles = [BSI_TR_03183_2]) {
  return repairSbom(new TextEncoder().encode(JSON.stringify(document, null, 2)), { path: "bom.json" }, profiles);
}

test.each([
  [`${ENGINE}/properties/1/value`, "false", "non-executable"],
  [`${ENGINE}/properties/2/value`, "no-archive", "no archive"],
  [`${ENGINE}/properties/3/value`, "yes", "structured"],
  [`${ENGINE}/properties/0/value`, "lib\\engine.jar", "engine.jar"],
  [`${ENGINE}/version`, undefined, "1.4.2"],
  [`${ENGINE}/licenses/0/expression`, "(GPL-2.0 OR gpl-2.0+ AND MIT)", "(GPL-2.0-only OR GPL-2.0-or-later AND MIT)"],
  ["/metadata/timestamp", "2026-01-31T13:00:00+01:00", "2026-01-31T12:00:00Z"],
  [`${ENGINE}/purl`, "pkg:generic/engine@1?Arch=x", "pkg:generic/engine@1?arch=x"],
])("%s = %j is repaired to %j", async (pointer, value, expected) => {
  const repaired = await repair(changeDocument(COMPLETE, pointer, value));
  expect(repaired?.patch).toEqual([expect.objectContaining({ path: pointer, value: expected })]);
  expect(JSON.parse(repaired?.text ?? "")).toEqual(changeDocument(COMPLETE, pointer, expected));
});

test("dependencies that the document does not speak of become a list that may not be complete", async () => {
  let document = changeDocument(COMPLETE, "/dependencies/1", undefined);
  document = changeDocument(document, "/compositions", undefined);
  const repaired = await repair(document);
  expect(repaired?.text).toContain('"aggregate": "unknown"');
  if (repaired?.check.isValid !== true) throw new Error("not repaired");
  expect(BSI_TR_03183_2.evaluate(repaired.check.content).isSatisfied).toBe(true);
});

test("vulnerabilities are taken out, the rest stays", async () => {
  const repaired = await repair({ ...COMPLETE, vulnerabilities: [{ id: "CVE-2026-0001" }] });
  expect(repaired?.patch).toEqual([{ op: "remove", path: "/vulnerabilities" }]);
  expect(JSON.parse(repaired?.text ?? "")).toEqual(COMPLETE);
});

test("SPDX 3: context, version and completeness are repaired", async () => {
  let document = changeDocument(COMPLETE_SPDX3, placeOf("engine", "software_packageVersion"), undefined);
  document = changeDocument(document, placeOf("r-engine", "completeness"), undefined);
  document = changeDocument(document, "/@context", [COMPLETE_SPDX3["@context"]]);
  const repaired = await repair(document);
  if (repaired?.check.isValid !== true) throw new Error("not repaired");
  expect(BSI_TR_03183_2.evaluate(repaired.check.content).isSatisfied).toBe(true);
  expect(JSON.parse(repaired.text)).toMatchObject({ "@context": COMPLETE_SPDX3["@context"] });
});

test("SPDX 2: what silence means already is written out", async () => {
  const document = {
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "x",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/x",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
    packages: [{ SPDXID: "SPDXRef-a", name: "a" }],
  };
  const repaired = await repair(document, [OPENCHAIN_TELCO]);
  expect(JSON.parse(repaired?.text ?? "")).toMatchObject({
    packages: [{ downloadLocation: "NOASSERTION", licenseDeclared: "NOASSERTION", copyrightText: "NOASSERTION" }],
  });
});

test("a license id in the wrong case is repaired though the document is not valid, and findings say how", async () => {
  const document = { bomFormat: "CycloneDX", specVersion: "1.6", components: [] as unknown[] };
  document.components.push({ type: "library", name: "a", licenses: [{ license: { id: "apache-2.0" } }] });
  const { findings } = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  const patch = findings[0]?.fix?.patch ?? [];
  expect(patch).toEqual([{ op: "replace", path: "/components/0/licenses/0/license/id", value: "Apache-2.0" }]);
  expect(applyPatch(document, patch)).toMatchObject({ ok: true });
  expect((await repair(document))?.check.isValid).toBe(true);
});

test("a patch of many places is made in rounds", async () => {
  const components = Array.from({ length: 450 }, (_, index) => ({
    type: "library",
    name: `n${index}`,
    purl: `pkg:npm/n${index}@1.${index}`,
  }));
  const repaired = await repair({ bomFormat: "CycloneDX", specVersion: "1.6", components });
  expect(repaired?.patch).toHaveLength(450);
});

test("nothing to repair, and nothing that is JSON, are left alone", async () => {
  expect(await repair(COMPLETE)).toBeUndefined();
  expect(await repairSbom(Uint8Array.of(0xff), { path: "x" })).toBeUndefined();
  expect(await repairSbom(new TextEncoder().encode("{"), { path: "x" })).toBeUndefined();
});

const LIBRARY = { type: "library", name: "a", version: "1" };

function bom(specVersion: string, components: readonly object[], more: object = {}): object {
  return { bomFormat: "CycloneDX", specVersion, version: 1, components, ...more };
}

test.each([
  ["an expression as id", "1.6", [{ license: { id: "GPL-2.0-only WITH Classpath-exception-2.0" } }], "expression"],
  ["two choices as id", "1.4", [{ license: { id: "MIT OR Apache-2.0" } }], "expression"],
  ["no assertion as id", "1.6", [{ license: { id: "NOASSERTION" } }], "NOASSERTION"],
  [
    "an expression beside an id",
    "1.5",
    [{ license: { id: "MIT" } }, { expression: "Apache-2.0 OR MIT" }],
    "MIT AND (Apache-2.0 OR MIT)",
  ],
  ["two expressions", "1.6", [{ expression: "MIT" }, { expression: "BSD-3-Clause" }], "MIT AND BSD-3-Clause"],
  ["the same expression twice", "1.5", [{ expression: "MIT" }, { license: { id: "MIT" } }], "MIT"],
  ["an expression beside a name", "1.5", [{ expression: "MIT OR Zlib" }, { license: { name: "Ours" } }], "MIT OR Zlib"],
  ["an address alone", "1.6", [{ license: { url: "https://example.org/license" } }], '"name"'],
  [
    "what was declared and what was found",
    "1.6",
    [
      { expression: "MIT", acknowledgement: "declared" },
      { expression: "MIT", acknowledgement: "concluded" },
    ],
    "concluded",
  ],
])("%s is explained in one finding and repaired", async (_what, specVersion, licenses, word) => {
  const document = bom(specVersion, [{ ...LIBRARY, licenses }]);
  const { isValid, findings } = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "x" });
  expect(isValid).toBe(false);
  expect(findings).toMatchObject([{ ruleId: "sbom-schema", place: { pointer: "/components/0/licenses" } }]);
  const repaired = await repair(document, []);
  expect(repaired?.check.isValid).toBe(true);
  expect(repaired?.text).toContain(word);
});

test("repeated components, dependencies and references are taken out once each", async () => {
  const components = Array.from({ length: 1200 }, (_nothing, index) => ({ ...LIBRARY, "bom-ref": `a${index % 10}` }));
  const dependencies = [
    { ref: "a0", dependsOn: ["a1", "a2", "a1", "a1"] },
    { ref: "a1", dependsOn: [] },
    { dependsOn: [], ref: "a1" },
  ];
  const repaired = await repair(bom("1.5", components, { dependencies }), []);
  expect(repaired?.check).toMatchObject({ isValid: true });
  const written = JSON.parse(repaired?.text ?? "") as {
    readonly components: unknown[];
    readonly dependencies: unknown;
  };
  expect(written.components).toHaveLength(10);
  expect(written.dependencies).toEqual([
    { ref: "a0", dependsOn: ["a1", "a2"] },
    { ref: "a1", dependsOn: [] },
  ]);
});

test("a repair that moves places leaves no other repair beside its place", async () => {
  const components = [LIBRARY, LIBRARY, { ...LIBRARY, name: "b", licenses: [{ license: { id: "mit" } }] }, LIBRARY];
  const repaired = await repair(bom("1.5", components), []);
  expect(JSON.parse(repaired?.text ?? "")).toMatchObject({
    components: [{ name: "a" }, { name: "b", licenses: [{ license: { id: "MIT" } }] }],
  });
});
