import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { readDependencyGraph } from "#core/sboms/graph/read-graph.ts";
import { unreachedNodes } from "#core/sboms/graph/dependency-graph.ts";
import { CRA } from "#core/sboms/profiles/cra.ts";
import { componentsOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";

import { changeDocument } from "../profiles/bsi/change-document.ts";
import { COMPLETE_SPDX3, idOf, placeOf } from "../profiles/bsi/complete-spdx3.ts";

async function check(document: unknown) {
  return await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
}

async function findingsOf(component: object) {
  const { findings } = await check({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    components: [{ type: "library", name: "a", ...component }],
  });
  return findings.map(({ ruleId, severity, place, fix }) => [ruleId, severity, place.pointer, fix?.patch?.[0]]);
}

test("a deprecated id of a license is noted as in expressions, with its successor", async () => {
  const pointer = "/components/0/licenses/0/license/id";
  const step = { op: "replace", path: pointer, value: "GPL-2.0-only" };
  expect(await findingsOf({ licenses: [{ license: { id: "GPL-2.0" } }] })).toEqual([
    ["sbom-license-deprecated", "note", pointer, step],
  ]);
  expect(await findingsOf({ licenses: [{ license: { id: "GPL-2.0-only" } }] })).toEqual([]);
});

test("a purl with upper-case keys is a purl that is not canonical", async () => {
  const value = "pkg:deb/debian/a@1?arch=amd64";
  expect(await findingsOf({ purl: "pkg:deb/debian/a@1?Arch=amd64" })).toEqual([
    ["sbom-purl-canonical", "note", "/components/0/purl", { op: "replace", path: "/components/0/purl", value }],
  ]);
});

test("SPDX 3: no assertion is no license", async () => {
  const silent = changeDocument(COMPLETE_SPDX3, placeOf("mit", "simplelicensing_licenseExpression"), "NOASSERTION");
  const outcome = await check(silent);
  if (!outcome.isValid) throw new Error("refused");
  const engine = componentsOfContent(outcome.content).find(({ name }) => name === "engine");
  expect(engine?.licenses).toEqual(["MIT OR Apache-2.0"]);
});

test("SPDX 3: a file at the root is what the document is about", async () => {
  let document = changeDocument(COMPLETE_SPDX3, placeOf("sbom", "rootElement"), [idOf("engine-file")]);
  document = changeDocument(document, placeOf("r-product", "from"), idOf("engine-file"));
  document = changeDocument(document, placeOf("r-product", "to"), [idOf("engine"), idOf("module"), idOf("product")]);
  const outcome = await check(document);
  if (!outcome.isValid) throw new Error("refused");
  const { content } = outcome;
  expect(subjectOfContent(content)).toMatchObject({ name: "engine-1.4.2.tar.gz", pointer: placeOf("engine-file") });
  expect(CRA.evaluate(content).isSatisfied).toBe(true);
  expect(unreachedNodes(readDependencyGraph(content))).toEqual([]);
});
