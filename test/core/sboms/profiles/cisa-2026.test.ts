import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { CISA_2026 } from "#core/sboms/profiles/cisa-2026.ts";
import { describeCounts } from "#core/sboms/profiles/profile-findings.ts";
import { NTIA_2021 } from "#core/sboms/profiles/ntia-2021.ts";

const HASH = { alg: "SHA-256", content: "ab".repeat(32) };
const LIBRARY = { type: "library", "bom-ref": "a", name: "a", version: "1", hashes: [HASH] };

async function evaluate(component: object, more: object = {}, profile = CISA_2026) {
  const document = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    components: [{ ...LIBRARY, ...component }],
    ...more,
  };
  const check = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  const { rules } = profile.evaluate(check.content);
  return (id: string) => rules.find(({ rule }) => rule.id === id);
}

test.each([
  ["NOASSERTION", { unknown: 1, withheld: 0 }, 1, "1 unknown", "1 unbekannt"],
  ["unknown", { unknown: 1, withheld: 0 }, 1, "1 unknown", "1 unbekannt"],
  ["withheld", { unknown: 0, withheld: 1 }, 1, "1 withheld", "1 zurückgehalten"],
  ["Redacted", { unknown: 0, withheld: 1 }, 1, "1 withheld", "1 zurückgehalten"],
  ["2.0", { unknown: 0, withheld: 0, present: 1 }, 1, "", ""],
])("the version %s is an answer, and it is told which", async (version, counts, share, english, german) => {
  const rule = (await evaluate({ version }))("component-version");
  expect(rule).toMatchObject({ counts, share });
  if (rule === undefined) throw new Error("no rule");
  expect([describeCounts(rule, "en"), describeCounts(rule, "de")]).toEqual([english, german]);
});

test("what is withheld is no answer to NTIA", async () => {
  expect((await evaluate({ version: "withheld" }, {}, NTIA_2021))("component-version")?.share).toBe(0);
});

test.each([
  ["no hash", []],
  ["a value that its algorithm does not make", [{ alg: "SHA-256", content: "ab".repeat(20) }]],
  ["the hash of nothing", [{ alg: "MD5", content: "d41d8cd98f00b204e9800998ecf8427e" }]],
])("%s is no hash of the component", async (_what, hashes) => {
  expect((await evaluate({ hashes }))("component-hash")).toMatchObject({ share: 0, counts: { missing: 1 } });
});

test("algorithm and value together are a hash, also beside one that is none", async () => {
  expect((await evaluate({}))("component-hash")?.share).toBe(1);
  const hashes = [{ alg: "SHA-1", content: "ab".repeat(32) }, HASH];
  expect((await evaluate({ hashes }))("component-hash")?.share).toBe(1);
});

const ED25519 = { algorithm: "Ed25519", value: "A".repeat(86) };

test.each([
  ["nothing", undefined, { missing: 1 }],
  ["four letters", { algorithm: "ES256", value: "AAAA" }, { wrong: 1 }],
  ["the length of another algorithm", { algorithm: "ES512", value: "A".repeat(86) }, { wrong: 1 }],
  ["a short RSA key", { algorithm: "RS256", value: "A".repeat(171) }, { wrong: 1 }],
  ["one signer", ED25519, { present: 1 }],
  ["an algorithm of one's own", { algorithm: "https://example.org/alg", value: "AAAA" }, { present: 1 }],
  ["several signers", { signers: [ED25519, { algorithm: "RS256", value: "A".repeat(342) }] }, { present: 1 }],
  ["several signers of which one is none", { signers: [ED25519, { algorithm: "ES256", value: "AAAA" }] }, { wrong: 1 }],
  ["a chain", { chain: [ED25519] }, { present: 1 }],
])("a signature of %s is judged by its looks", async (_what, signature, counts) => {
  const rule = (await evaluate({}, signature === undefined ? {} : { signature }))("signature");
  expect(rule?.counts).toMatchObject(counts);
});
