import { describe, expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";

import { changeDocument } from "./bsi/change-document.ts";
import { COMPLETE } from "./bsi/complete-document.ts";
import { COMPLETE_SPDX3, idOf, placeOf } from "./bsi/complete-spdx3.ts";

async function evaluate(document: unknown) {
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  const { content } = check;
  return PROFILES.map((profile) => profile.evaluate(content));
}

const CONTACT = { name: "A", contact: [{ email: "a@example.org" }] };
const SIGNATURE = { algorithm: "ES256", value: "AAAA" };
const REFERENCE = { type: "bom", url: "https://example.org/product.cdx.json" };

/** A document about which all is known, and a subject about which nothing is. */
function cycloneDx(subject: object, more: object = {}): object {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    version: 1,
    metadata: {
      timestamp: "2026-01-01T00:00:00Z",
      lifecycles: [{ phase: "build" }],
      authors: [{ name: "A. Author" }],
      manufacturer: CONTACT,
      tools: { components: [{ type: "application", name: "t", version: "1" }] },
      component: { type: "application", "bom-ref": "p", name: "p", ...subject },
    },
    signature: SIGNATURE,
    ...more,
  };
}

const KIND = (value: string) => ({ properties: [{ name: "stele:component:kind", value }] });
const NAMED = { version: "1", manufacturer: CONTACT };
const NOTHING_INSIDE = {
  dependencies: [{ ref: "p" }],
  compositions: [{ aggregate: "complete", dependencies: ["p"] }],
};
const UNKNOWN = {
  version: "NOASSERTION",
  supplier: { name: "NOASSERTION" },
  manufacturer: { name: "NOASSERTION" },
  purl: "NOASSERTION",
  licenses: [{ license: { name: "NOASSERTION" } }],
};

function spdx(facts: object, creators: readonly string[], more: object = {}): object {
  return {
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "p",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/p",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators, comment: "SBOM Type: Build" },
    packages: [{ SPDXID: "SPDXRef-p", name: "p", downloadLocation: "NOASSERTION", ...facts }],
    ...more,
  };
}

const UNKNOWN_SPDX = {
  versionInfo: "NOASSERTION",
  supplier: "NOASSERTION",
  originator: "NOASSERTION",
  licenseConcluded: "NOASSERTION",
  licenseDeclared: "NOASSERTION",
  copyrightText: "NOASSERTION",
};
const UNKNOWN_RELATIONS = {
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-p" },
    { spdxElementId: "SPDXRef-p", relationshipType: "CONTAINS", relatedSpdxElement: "NOASSERTION" },
  ],
};

const EMPTIEST: readonly (readonly [string, unknown])[] = [
  ["CycloneDX without anything", { bomFormat: "CycloneDX", specVersion: "1.6" }],
  ["CycloneDX with empty lists", { bomFormat: "CycloneDX", specVersion: "1.7", components: [], dependencies: [] }],
  ["a subject with a name", cycloneDx({})],
  ["a subject that refers to its SBOM", cycloneDx({ ...NAMED, externalReferences: [REFERENCE] })],
  [
    "a subject that says it is referenced",
    cycloneDx({ ...NAMED, ...KIND("referenced"), externalReferences: [REFERENCE] }),
  ],
  ["a subject that says it lies outside", cycloneDx({ ...NAMED, ...KIND("identified") })],
  ["a subject that the environment provides", cycloneDx({ ...NAMED, scope: "excluded" })],
  [
    "NOASSERTION everywhere in CycloneDX",
    cycloneDx(UNKNOWN, { compositions: [{ aggregate: "unknown", dependencies: ["p"] }] }),
  ],
  [
    "NOASSERTION also of the document",
    cycloneDx(UNKNOWN, {
      metadata: {
        timestamp: "2026-01-01T00:00:00Z",
        authors: [{ name: "NOASSERTION" }],
        lifecycles: [{ name: "NOASSERTION" }],
        tools: { components: [{ type: "application", name: "NOASSERTION", version: "NOASSERTION" }] },
        component: { type: "application", "bom-ref": "p", name: "NOASSERTION", ...UNKNOWN },
      },
      compositions: [{ aggregate: "unknown", dependencies: ["p"] }],
    }),
  ],
  ["SPDX 2 without packages", spdx({}, ["Tool: t-1"], { packages: [] })],
  ["SPDX 2 with a name", spdx({}, ["Organization: O", "Tool: t-1"])],
  ["NOASSERTION everywhere in SPDX 2", spdx(UNKNOWN_SPDX, ["Organization: O", "Tool: t-1"], UNKNOWN_RELATIONS)],
  [
    "NOASSERTION also of the creators",
    spdx(
      { ...UNKNOWN_SPDX, name: "NOASSERTION" },
      ["Organization: NOASSERTION", "Tool: NOASSERTION"],
      UNKNOWN_RELATIONS,
    ),
  ],
  [
    "SPDX 3 with a document alone",
    {
      "@context": COMPLETE_SPDX3["@context"],
      "@graph": COMPLETE_SPDX3["@graph"].filter(({ type }) =>
        ["CreationInfo", "SpdxDocument", "Organization"].includes(type),
      ),
    },
  ],
];

describe("the emptiest documents satisfy no profile", () => {
  test.each(EMPTIEST)("%s", async (_name, document) => {
    const satisfied = (await evaluate(document)).filter(({ isSatisfied }) => isSatisfied);
    expect(satisfied.map(({ profile }) => profile.id)).toEqual([]);
  });
});

async function bsi(document: unknown) {
  const [result] = await evaluate(document);
  if (result === undefined) throw new Error("there is no profile");
  return {
    isSatisfied: result.isSatisfied,
    remarks: result.remarks.map(({ en }) => en).join("\n"),
    broken: result.rules.filter(({ share = 1 }) => share < 1).map(({ rule }) => rule.id),
  };
}

test("a logical component that is made of nothing is judged in full", async () => {
  const license = [{ license: { id: "MIT", acknowledgement: "concluded" } }];
  const empty = await bsi(cycloneDx({ ...NAMED, ...KIND("logical"), licenses: license }, NOTHING_INSIDE));
  expect(empty.broken).toContain("deployable-hash");
  expect(empty.remarks).toContain("made of nothing");
});

test("an SPDX 3 root that is described elsewhere is judged in full", async () => {
  const { broken, remarks } = await bsi(
    changeDocument(
      changeDocument(COMPLETE_SPDX3, placeOf("r-module", "to"), [idOf("product")]),
      placeOf("product", "extension"),
      undefined,
    ),
  );
  expect(broken).toContain("deployable-hash");
  expect(remarks).toContain("only used components may be referenced");
});

test("a subject that refers to an SBOM elsewhere is judged in full, and the result says why", async () => {
  const { broken, remarks } = await bsi(cycloneDx({ ...NAMED, externalReferences: [REFERENCE] }));
  expect(broken).toEqual(expect.arrayContaining(["component-filename", "deployable-hash", "distribution-licenses"]));
  expect(remarks).toContain("only used components may be referenced");
});

test("every exemption that is used is stated in the result", async () => {
  const { isSatisfied, remarks } = await bsi(COMPLETE);
  expect(isSatisfied).toBe(true);
  expect(remarks).toContain("1 stated as logical components (3.2.2)");
  expect(remarks).toContain("1 judged as identified components outside the scope of delivery");
  expect(remarks).toContain("1 referenced components (3.2.5)");
});

test("a delivered file that says it lies outside the delivery is judged in full", async () => {
  const properties = [...(COMPLETE.components[0]?.properties ?? []), ...KIND("identified").properties];
  const claimed = changeDocument(COMPLETE, "/components/0/properties", properties);
  expect(await bsi(claimed)).toMatchObject({ isSatisfied: true, broken: [] });
  expect((await bsi(claimed)).remarks).toContain("1 claimed as identified components");
  const silent = changeDocument(claimed, "/components/0/externalReferences", []);
  expect((await bsi(silent)).broken).toContain("deployable-hash");
});

test("a document of references and of things outside describes nothing", async () => {
  const subject = changeDocument(COMPLETE, "/metadata/component", undefined);
  expect((await bsi(changeDocument(subject, "/components/0", undefined))).isSatisfied).toBe(false);
});
