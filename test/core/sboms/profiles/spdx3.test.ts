import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { CISA_2026 } from "#core/sboms/profiles/cisa-2026.ts";
import { CRA } from "#core/sboms/profiles/cra.ts";
import type { Profile } from "#core/sboms/profiles/evaluate-profile.ts";
import { NTIA_2021 } from "#core/sboms/profiles/ntia-2021.ts";
import { OPENCHAIN_TELCO } from "#core/sboms/profiles/telco/index.ts";

import { changeDocument } from "./bsi/change-document.ts";
import { COMPLETE_SPDX3, idOf, placeOf } from "./bsi/complete-spdx3.ts";

async function open(profile: Profile, document: unknown) {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "sbom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  const { rules } = profile.evaluate(check.content);
  return rules
    .filter(({ share = 1 }) => share < 1)
    .map(({ rule, places, counts }) => [rule.id, places[0]?.pointer, counts.missing + counts.unknown + counts.wrong]);
}

test("the minimum of the CRA is met, and lost with the subject or its dependencies", async () => {
  expect(await open(CRA, COMPLETE_SPDX3)).toEqual([]);
  const rootless = changeDocument(COMPLETE_SPDX3, placeOf("sbom", "rootElement"), [idOf("nothing")]);
  expect((await open(CRA, rootless)).map(([id]) => id)).toEqual(["subject", "top-level-dependencies"]);
  let leaf = changeDocument(COMPLETE_SPDX3, placeOf("r-product", "from"), idOf("engine"));
  leaf = changeDocument(leaf, placeOf("r-host", "from"), idOf("engine"));
  expect((await open(CRA, leaf)).map(([id]) => id)).toEqual(["top-level-dependencies"]);
  const none = changeDocument(COMPLETE_SPDX3, placeOf("r-product", "to"), ["NoneElement"]);
  expect(await open(CRA, none)).toEqual([]);
});

test("CISA 2026: what the document lacks is named with its package, what it does not know is no gap", async () => {
  expect(await open(CISA_2026, COMPLETE_SPDX3)).toEqual([
    ["signature", "", 1],
    ["tool-name", "", 1],
    ["tool-version", "", 1],
    ["component-identifier", placeOf("module"), 1],
    ["component-hash", placeOf("product"), 3],
    ["component-license", placeOf("host"), 2],
  ]);
  const tool = { type: "Tool", spdxId: idOf("tool"), creationInfo: "_:info", name: "maker-1.2" };
  const made = changeDocument(COMPLETE_SPDX3, "/@graph/0/createdUsing", [tool]);
  expect((await open(CISA_2026, made)).map(([id]) => id)).not.toContain("tool-version");
  const unknown = changeDocument(COMPLETE_SPDX3, placeOf("r-product", "from"), idOf("host"));
  const said = changeDocument(unknown, placeOf("r-product", "to"), [
    "https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement",
  ]);
  expect((await open(CISA_2026, said)).find(([id]) => id === "dependency-relationship")?.[2] ?? 0).toBeLessThan(3);
});

test("NTIA 2021 asks for a supplier, and the originator is one", async () => {
  const suppliers = async (document: unknown) =>
    (await open(NTIA_2021, document)).find(([id]) => id === "component-supplier");
  expect(await suppliers(COMPLETE_SPDX3)).toBeUndefined();
  const bare = changeDocument(COMPLETE_SPDX3, placeOf("engine", "originatedBy"), undefined);
  expect(await suppliers(bare)).toEqual(["component-supplier", placeOf("engine"), 1]);
  expect(await suppliers(changeDocument(bare, placeOf("engine", "suppliedBy"), idOf("maker")))).toBeUndefined();
});

test("a version of NOASSERTION is unknown, which CISA accepts and NTIA does not", async () => {
  const unknown = changeDocument(COMPLETE_SPDX3, placeOf("engine", "software_packageVersion"), "NOASSERTION");
  expect((await open(CISA_2026, unknown)).map(([id]) => id)).not.toContain("component-version");
  expect((await open(NTIA_2021, unknown)).map(([id]) => id)).toContain("component-version");
});

test("the Telco guide knows SPDX 2 only", async () => {
  expect(await open(OPENCHAIN_TELCO, COMPLETE_SPDX3)).toEqual([["format", "/@context", 1]]);
});
