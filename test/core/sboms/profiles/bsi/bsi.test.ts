import { describe, expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import type { ProfileResult } from "#core/sboms/profiles/evaluate-profile.ts";
import { BSI_TR_03183_2, COMPONENT_CHECKS } from "#core/sboms/profiles/bsi/index.ts";

import { changeDocument } from "./change-document.ts";
import { COMPLETE } from "./complete-document.ts";
import { COMPLETE_SPDX3, placeOf } from "./complete-spdx3.ts";
import { FORMATS } from "./violations.ts";

async function evaluate(document: unknown): Promise<ProfileResult> {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  return BSI_TR_03183_2.evaluate(check.content);
}

/** Rules that are broken, each with the first place. */
function broken(result: ProfileResult): readonly (readonly [string, string | undefined])[] {
  return result.rules
    .filter(({ share }) => share !== undefined && share < 1)
    .map(({ rule, places }) => [rule.id, places[0]?.pointer]);
}

const PRODUCT = "/metadata/component";
const ENGINE = "/components/0";
const HOST = "/components/1";
const MODULE = "/components/2";
describe.each(FORMATS)("$folder", ({ complete, violations, unbreakable }) => {
  test("the complete document with a component of every kind satisfies every rule", async () => {
    const result = await evaluate(complete);
    expect(broken(result)).toEqual([]);
    expect(result).toMatchObject({ isSatisfied: true, score: 100, grade: "A" });
    expect(result.rules.filter(({ share }) => share === 1)).toHaveLength(24);
  });

  test("in the complete document every component says all that its kind has to", async () => {
    const result = await evaluate(complete);
    for (const check of COMPONENT_CHECKS) {
      const rule = result.rules.find(({ rule: { id } }) => id === check.id);
      expect(rule?.counts, check.id).toMatchObject({ present: check.kinds.length, exempt: 4 - check.kinds.length });
    }
  });

  test.each(violations)("$ruleId, $kind, $what", async ({ ruleId, pointer, value, place = pointer }) => {
    const result = await evaluate(changeDocument(complete, pointer, value));
    expect(broken(result)).toContainEqual([ruleId, place]);
    expect(result.isSatisfied).toBe(false);
  });

  test("every rule is broken by every kind of component that it is about", () => {
    const tested = new Set(violations.map(({ ruleId, kind = "document" }) => `${ruleId}, ${kind}`));
    const kindsOf = (id: string) => COMPONENT_CHECKS.find((check) => check.id === id)?.kinds ?? ["document"];
    const wanted = BSI_TR_03183_2.rules.flatMap(({ id }) => kindsOf(id).map((kind) => `${id}, ${kind}`));
    expect(wanted.filter((one) => !tested.has(one))).toEqual(unbreakable.map((id) => `${id}, document`));
  });
});

test.each([
  [`${HOST}/isExternal`, undefined],
  [`${MODULE}/externalReferences`, undefined],
  [`${PRODUCT}/properties`, undefined],
])("without its mark at %s a component has to be described in full", async (pointer, value) => {
  const ids = broken(await evaluate(changeDocument(COMPLETE, pointer, value))).map(([id]) => id);
  expect(ids).toEqual(expect.arrayContaining(["component-filename", "deployable-hash", "archive-property"]));
});

test("what is only wanted if it exists may be left out", async () => {
  let document: unknown = COMPLETE;
  for (const pointer of ["/serialNumber", `${ENGINE}/purl`, `${ENGINE}/cpe`, `${ENGINE}/externalReferences/1`]) {
    document = changeDocument(document, pointer, undefined);
  }
  const result = await evaluate(document);
  expect(broken(result)).toEqual([]);
  expect(result.rules.find(({ rule }) => rule.id === "source-uri")).toMatchObject({ share: undefined });
});

test.each([
  ["/metadata/timestamp", "2026-01-31T13:00:00+01:00", "sbom-timestamp", "UTC"],
  ["/metadata/lifecycles/0/phase", "operations", "level-of-detail", "operations"],
  [`${ENGINE}/externalReferences/1/type`, "vcs", "source-uri", "repository"],
  [`${ENGINE}/properties/4/name`, "bsi:component:effectiveLicense", "effective-license", "taxonomy"],
  [`${MODULE}/purl`, "pkg:generic/module@0.9", "bom-reference", "says more"],
  [`${ENGINE}/licenses/0/expression`, "GPL-2.0", "distribution-licenses", "deprecated"],
  [
    "/metadata/manufacturer",
    { url: ["https://example.org"], contact: [{ email: "a@example.org" }] },
    "sbom-creator",
    "not needed",
  ],
])("%s = %j is accepted by %s with a note", async (pointer, value, ruleId, word) => {
  const result = await evaluate(changeDocument(COMPLETE, pointer, value));
  expect(broken(result)).toEqual([]);
  const note = result.rules.find(({ rule }) => rule.id === ruleId)?.notes[0]?.reason;
  expect(note?.en).toContain(word);
  expect(note?.de).not.toBe(note?.en);
});

test.each([
  [placeOf("r-host", "relationshipType"), "hasOptionalDependency"],
  [placeOf("r-module"), undefined],
  [placeOf("product", "extension"), undefined],
])("SPDX: without its mark at %s a package has to be described in full", async (pointer, value) => {
  const ids = broken(await evaluate(changeDocument(COMPLETE_SPDX3, pointer, value))).map(([id]) => id);
  expect(ids).toEqual(expect.arrayContaining(["component-filename", "deployable-hash", "archive-property"]));
});

test("SPDX: a license of the list may be named by its address, a package by where it is downloaded from", async () => {
  const listed = changeDocument(COMPLETE_SPDX3, placeOf("r-engine-concluded", "to/0"), "https://spdx.org/licenses/MIT");
  expect(broken(await evaluate(listed))).toEqual([]);
  const url = "https://download.example.org/engine.tar.gz";
  const download = changeDocument(COMPLETE_SPDX3, placeOf("engine", "software_downloadLocation"), url);
  const silent = changeDocument(download, placeOf("engine-file", "externalRef"), undefined);
  const { rules } = await evaluate(silent);
  expect(rules.find(({ rule }) => rule.id === "deployable-uri")).toMatchObject({ share: 1 });
});

test("SPDX: what the document imports is no dangling reference", async () => {
  const id = "https://example.org/spdx/other#part";
  const named = changeDocument(COMPLETE_SPDX3, placeOf("r-engine", "to/0"), id);
  const imported = changeDocument(named, placeOf("document", "import"), [{ type: "ExternalMap", externalSpdxId: id }]);
  expect(broken(await evaluate(imported))).toEqual([]);
});

test("a component that contains others and says nothing of a file is judged as logical, and the result says so", async () => {
  const product = {
    ...(changeDocument(COMPLETE, `${PRODUCT}/properties`, undefined) as typeof COMPLETE).metadata.component,
    components: [COMPLETE.components[0]],
  };
  const result = await evaluate({
    ...COMPLETE,
    metadata: { ...COMPLETE.metadata, component: product },
    components: COMPLETE.components.slice(1),
  });
  expect(broken(result)).toEqual([]);
  expect(result.remarks[0]?.en).toContain("1 judged as logical");
});

test("an older CycloneDX document breaks the format rule and is judged by the others", async () => {
  const result = await evaluate({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1 });
  expect(broken(result)[0]).toEqual(["format", "/specVersion"]);
  expect(result.rules).toHaveLength(24);
});

test("an SPDX 2 document has none of the fields, so only its format is judged", async () => {
  const result = await evaluate({
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "x",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/x",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
  });
  expect(broken(result)).toEqual([["format", "/spdxVersion"]]);
  expect(result.score).toBe(0);
});
