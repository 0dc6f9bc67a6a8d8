import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/check-sbom.ts";
import { isJudged } from "#core/sboms/sbom-content.ts";
import type { ProfileResult } from "#core/sboms/profiles/evaluate-profile.ts";
import { BSI_TR_03183_2 } from "#core/sboms/profiles/bsi/index.ts";

import { changeDocument } from "./change-document.ts";
import { COMPLETE } from "./complete-document.ts";

async function evaluate(document: unknown): Promise<ProfileResult> {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  if (!isJudged(check.content)) throw new Error("no profile judges this format");
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
const HASH_OF_NOTHING =
  "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";

test("the complete document with a component of every kind satisfies every rule", async () => {
  const result = await evaluate(COMPLETE);
  expect(broken(result)).toEqual([]);
  expect(result).toMatchObject({ isSatisfied: true, score: 100, grade: "A" });
  const judged = result.rules.filter(({ share }) => share === 1);
  expect(judged).toHaveLength(24);
});

type Violation = [pointer: string, value: unknown, ruleId: string, place?: string | undefined];

/** Pointer, new value (undefined: taken away), the rule that breaks, and where, if not at the pointer. */
const VIOLATIONS: Violation[] = [
  ["/metadata/manufacturer", undefined, "sbom-creator", ""],
  ["/metadata/manufacturer/contact", undefined, "sbom-creator", ""],
  ["/metadata/timestamp", undefined, "sbom-timestamp", ""],
  ["/vulnerabilities", [{ id: "CVE-2026-0001" }], "no-vulnerabilities", "/vulnerabilities/0"],
  ["/dependencies/0/dependsOn", ["engine", "host"], "level-of-detail", MODULE],
  [`${PRODUCT}/manufacturer`, undefined, "component-creator", PRODUCT],
  [`${ENGINE}/manufacturer/url`, [], "component-creator", ENGINE],
  [`${ENGINE}/manufacturer/url/0`, "somewhere", "component-creator"],
  [`${HOST}/manufacturer`, undefined, "component-creator", HOST],
  [`${MODULE}/manufacturer`, undefined, "component-creator", MODULE],
  [`${PRODUCT}/name`, "", "component-name", PRODUCT],
  [`${ENGINE}/name`, " ", "component-name", ENGINE],
  [`${HOST}/name`, "", "component-name", HOST],
  [`${MODULE}/name`, "", "component-name", MODULE],
  [`${PRODUCT}/version`, undefined, "component-version", PRODUCT],
  [`${ENGINE}/version`, "unknown", "component-version"],
  [`${HOST}/version`, undefined, "component-version", HOST],
  [`${MODULE}/version`, "", "component-version", MODULE],
  [`${ENGINE}/properties/0`, undefined, "component-filename", ENGINE],
  [`${ENGINE}/properties/0/value`, "lib/engine.tar.gz", "component-filename"],
  [
    `${ENGINE}/properties/4`,
    { name: "bsi:component:filename", value: "b" },
    "component-filename",
    `${ENGINE}/properties/4/value`,
  ],
  [`${PRODUCT}/bom-ref`, "renamed", "component-dependencies", PRODUCT],
  ["/dependencies/1", undefined, "component-dependencies", ENGINE],
  ["/dependencies/1/dependsOn", ["nothing"], "component-dependencies", "/dependencies/1/dependsOn/0"],
  ["/compositions/0/dependencies", ["product"], "component-dependencies", ENGINE],
  ["/compositions/0/dependencies", undefined, "component-dependencies", PRODUCT],
  ["/compositions/0/aggregate", "not_specified", "component-dependencies"],
  [`${PRODUCT}/licenses/0`, undefined, "distribution-licenses", PRODUCT],
  [`${ENGINE}/licenses/0/acknowledgement`, undefined, "distribution-licenses", ENGINE],
  [`${ENGINE}/licenses/0/expression`, "NOASSERTION", "distribution-licenses", `${ENGINE}/licenses/0`],
  [`${ENGINE}/licenses/0/expression`, "MIT OR NONE", "distribution-licenses", `${ENGINE}/licenses/0`],
  [`${ENGINE}/licenses/0/expression`, "MIT, BSD", "distribution-licenses", `${ENGINE}/licenses/0`],
  [`${ENGINE}/licenses/0/expression`, "House-License", "distribution-licenses", `${ENGINE}/licenses/0`],
  [`${ENGINE}/licenses/0/expression`, "LicenseRef-house", "distribution-licenses", `${ENGINE}/licenses/0`],
  [
    `${ENGINE}/licenses`,
    [{ license: { name: "House", acknowledgement: "concluded" } }],
    "distribution-licenses",
    `${ENGINE}/licenses/0`,
  ],
  [`${ENGINE}/externalReferences/0`, undefined, "deployable-hash", ENGINE],
  [`${ENGINE}/externalReferences/0/hashes`, [{ alg: "SHA-256", content: "ab".repeat(32) }], "deployable-hash", ENGINE],
  [`${ENGINE}/externalReferences/0/hashes/0/content`, "ab".repeat(32), "deployable-hash"],
  [`${ENGINE}/externalReferences/0/hashes/0/content`, HASH_OF_NOTHING, "deployable-hash"],
  [`${ENGINE}/properties/1`, undefined, "executable-property", ENGINE],
  [`${ENGINE}/properties/1/value`, "true", "executable-property"],
  [`${ENGINE}/properties/2`, undefined, "archive-property", ENGINE],
  [`${ENGINE}/properties/2/value`, "no", "archive-property"],
  [`${ENGINE}/properties/3`, undefined, "structured-property", ENGINE],
  [`${ENGINE}/properties/3/value`, "firmware", "structured-property"],
  [`${ENGINE}/externalReferences/1/url`, "src/engine", "source-uri"],
  [`${ENGINE}/externalReferences/0/url`, "engine.tar.gz", "deployable-uri"],
  [`${PRODUCT}/purl`, "generic/product", "unique-identifiers"],
  [`${ENGINE}/cpe`, "cpe:2.3:a:example:engine", "unique-identifiers"],
  [`${HOST}/purl`, "host", "unique-identifiers"],
  [`${PRODUCT}/licenses/1/expression`, "Apache 2", "original-licenses", `${PRODUCT}/licenses/1`],
  [`${ENGINE}/properties/4/value`, "free", "effective-license"],
  [`${ENGINE}/externalReferences/1/hashes/0/content`, HASH_OF_NOTHING, "source-hash"],
  [`${ENGINE}/externalReferences/2/url`, "not a url", "security-txt"],
  [`${MODULE}/externalReferences/0/url`, "module.json", "bom-reference"],
];

test.each(VIOLATIONS)("%s = %j breaks %s", async (pointer, value, rule, place = pointer) => {
  const result = await evaluate(changeDocument(COMPLETE, pointer, value));
  expect(broken(result)).toContainEqual([rule, place]);
  expect(result.isSatisfied).toBe(false);
});

test("every rule has a violation of its own", () => {
  const tested = new Set(VIOLATIONS.map(([, , rule]) => rule));
  // The schema refuses every serial number that is no URI before the rule sees it; the format has a test of its own.
  tested.add("sbom-uri").add("format");
  expect(BSI_TR_03183_2.rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
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
