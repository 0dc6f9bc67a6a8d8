import { expect, test } from "vitest";

import { checkSbom, WORKER_LIMITS } from "#core/sboms/checking/check-sbom.ts";

/** Checks a document written with a `¦` before the expected place of its first finding. */
async function check(marked: string) {
  const offset = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  const outcome = await checkSbom(new TextEncoder().encode(text), { path: "bom.json" });
  const first = outcome.findings[0];
  if (offset >= 0) {
    const before = text.slice(0, offset).split("\n");
    expect(first?.place.start).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
  return { ...outcome, first };
}

const HEAD = '{"bomFormat": "CycloneDX", "specVersion": "1.6"';

test("a document of two components is valid and gives its format back", async () => {
  const outcome = await check(`${HEAD}, "components": [
    {"type": "library", "name": "a", "bom-ref": "a"}, {"type": "library", "name": "b", "bom-ref": "b"}],
    "dependencies": [{"ref": "a", "dependsOn": ["b"]}]}`);
  expect(outcome).toMatchObject({ isValid: true, format: { name: "CycloneDX", version: "1.6" }, findings: [] });
});

test.each([
  ["a syntax error", `${HEAD},\n  "version": ¦one}`, "sbom-json", "/version", "Unexpected `o`, expected a value"],
  ["a document cut short", `${HEAD}¦`, "sbom-json", "/specVersion", "Unexpected end of the text, expected `,` or `}`"],
  ["no object", "¦[1]", "sbom-format", "", "is not a JSON object"],
  ["an unknown version", '{"bomFormat": "CycloneDX", "specVersion": ¦"9.9"}', "sbom-format", "/specVersion", '"1.7"'],
  [
    "a version that only an inner object has",
    '¦{"bomFormat": "CycloneDX", "x": {"specVersion": "1.6"}}',
    "sbom-format",
    "",
    "`specVersion` is missing",
  ],
  ["an SPDX version of the future", '{"spdxVersion": ¦"SPDX-2.9"}', "sbom-format", "/spdxVersion", "SPDX-2.9"],
  [
    "a missing member",
    `${HEAD}, "components": [\n ¦{"type": "library"}]}`,
    "sbom-schema",
    "/components/0",
    "`name` is missing",
  ],
  ["an unexpected member", `${HEAD}, ¦"compnents": []}`, "sbom-schema", "/compnents", "Unexpected member `compnents`"],
  [
    "a repeated element",
    `${HEAD}, ¦"components": [{"type":"library","name":"a"},{"name":"a","type":"library"}]}`,
    "sbom-schema",
    "/components",
    "Elements 0 and 1 are equal",
  ],
  [
    "a wrong date",
    `${HEAD}, "metadata": {"timestamp": ¦"yesterday"}}`,
    "sbom-schema",
    "/metadata/timestamp",
    "such as `2026-11-20T10:00:00Z`",
  ],
  [
    "a repeated name",
    `${HEAD}, "version": 1, ¦"version": 2}`,
    "sbom-duplicate-name",
    "/version",
    "a member `version` already",
  ],
  [
    "a repeated bom-ref",
    `${HEAD}, "components": [{"type":"library","name":"a","bom-ref":"x"},{"type":"library","name":"b","bom-ref":¦"x"}]}`,
    "sbom-bom-ref-unique",
    "/components/1/bom-ref",
    "belongs to `/components/0` already",
  ],
])("%s is refused at the marked place", async (_name, marked, ruleId, pointer, message) => {
  const { isValid, first } = await check(marked);
  expect(isValid).toBe(false);
  expect(first).toMatchObject({ ruleId, severity: "error" });
  expect(first?.place.pointer).toBe(pointer);
  expect(first?.message).toContain(message);
});

test("a reference that leads nowhere is a warning; a BOM-Link leads into another document", async () => {
  const { isValid, findings } = await check(`${HEAD}, "components": [{"type": "library", "name": "a", "bom-ref": "a"}],
    "dependencies": [{"ref": "a", "dependsOn": [¦"b", "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x"]}]}`);
  expect(isValid).toBe(true);
  expect(findings.map(({ ruleId, severity, place }) => [ruleId, severity, place.pointer])).toEqual([
    ["sbom-reference-resolves", "warning", "/dependencies/0/dependsOn/0"],
  ]);
});

test("of the branches of a choice only the one that was meant speaks, with the license that was meant as a fix", async () => {
  const text = `${HEAD}, "components": [{"type": "library", "name": "a", "version": "1", "licenses": [{"license": {"id": ¦"apache-2.0"}}]}]}`;
  const { findings, first } = await check(text);
  expect(findings).toHaveLength(1);
  expect(first?.place.pointer).toBe("/components/0/licenses/0/license/id");
  expect(first?.message).toMatch(/^Unexpected `apache-2.0`, expected .*; did you mean `Apache-2.0`\? \(in `a@1`\)$/);
  const edit = first?.fix?.edits[0];
  const plain = text.replace("¦", "");
  const repaired = plain.slice(0, edit?.start) + edit?.text + plain.slice(edit?.end);
  expect((await check(repaired)).isValid).toBe(true);
});

test("whatever is suggested can be written by a machine", async () => {
  const { first } = await check(
    `${HEAD}, "components": [{"type": "library", "name": "a", "licenses": [{"license": {"id": ¦"Apache-2"}}]}]}`,
  );
  expect(first?.message).toContain("did you mean `Apache-2.0`?");
  expect(first?.fix?.patch).toEqual([
    { op: "replace", path: "/components/0/licenses/0/license/id", value: "Apache-2.0" },
  ]);
});

test("a byte order mark is noted and does not shift the places", async () => {
  const bytes = new TextEncoder().encode(`\uFEFF${HEAD}}`);
  const outcome = await checkSbom(bytes, { path: "bom.json" });
  expect(outcome).toMatchObject({ isValid: true, findings: [{ ruleId: "sbom-byte-order-mark", severity: "note" }] });
});

test.each([
  ["gzip", [0x1f, 0x8b, 8, 0], "uncompressed"],
  ["UTF-16 with a byte order mark", [0xff, 0xfe, 0x7b, 0], "UTF-8"],
  ["UTF-16 without one", [0x7b, 0, 0x22, 0], "UTF-8"],
  ["a ZIP archive", [0x50, 0x4b, 3, 4], "ZIP"],
  ["CycloneDX XML", [...new TextEncoder().encode('<?xml version="1.0"?>\n<bom xmlns="x">')], "cyclonedx convert"],
  ["SPDX tag-value", [...new TextEncoder().encode("# x\nSPDXVersion: SPDX-2.3\n")], "pyspdxtools"],
])("%s is recognized and answered with the way out", async (_name, bytes, advice) => {
  const outcome = await checkSbom(Uint8Array.from(bytes), { path: "bom" });
  expect(outcome.isValid).toBe(false);
  expect(outcome.findings[0]?.message).toContain(advice);
});

test("a byte that is not UTF-8 is found with line and column", async () => {
  const bytes = new TextEncoder().encode(`${HEAD},\n "x": "??"}`);
  const at = bytes.lastIndexOf(0x3f);
  bytes[at] = 0xe9;
  const outcome = await checkSbom(bytes, { path: "bom.json" });
  expect(outcome.findings[0]).toMatchObject({ ruleId: "sbom-utf-8", place: { start: { line: 2, column: 9 } } });
  expect(outcome.findings[0]?.message).toContain("0xe9");
});

test("a thousand components inside one another are refused with the place, not with a stack overflow", async () => {
  const opening = '{"type":"library","name":"nested","version":"1","components":[';
  const { first, counts } = await check(`${HEAD},"components":[${opening.repeat(1000)}${"]}".repeat(1000)}]}`);
  expect(first).toMatchObject({ ruleId: "sbom-depth", place: { start: { line: 1 } } });
  expect(first?.place.pointer).toMatch(/^(?:\/components\/0){32}$/);
  expect(counts).toEqual({ error: 1, warning: 0, note: 0 });
});

test("the deepest document that the scan lets through does not overflow the validators", async () => {
  const opening = '{"type":"library","name":"nested","version":"1","components":[';
  const { isValid } = await check(`${HEAD},"components":[${opening.repeat(30)}${"]}".repeat(30)}]}`);
  expect(isValid).toBe(true);
});

test("more objects than memory has room for are refused before they are built", async () => {
  const { first } = await check(`${HEAD},"components":[${"{},".repeat(WORKER_LIMITS.maxContainers)}{}]}`);
  expect(first).toMatchObject({ ruleId: "sbom-size" });
  expect(first?.message).toContain("stele sbom check");
});

test("one cause is one finding, with its first places and how many there are", async () => {
  const components = Array.from({ length: 5000 }, (_, index) => ({ type: "nonsense", name: `n${index}` }));
  const { findings, counts } = await check(`${HEAD},"components":${JSON.stringify(components)}}`);
  expect(findings).toHaveLength(1);
  expect(counts.error).toBe(5000);
  const [finding] = findings;
  expect(finding?.place.pointer).toBe("/components/0/type");
  expect(finding?.occurrences?.count).toBe(5000);
  expect(finding?.occurrences?.morePlaces.map(({ pointer, quote }) => [pointer, quote])).toEqual(
    Array.from({ length: 9 }, (_nothing, index) => [`/components/${index + 1}/type`, '"nonsense"']),
  );
});

test("what is there a thousand times hides nothing of another kind", async () => {
  const components = Array.from({ length: 3000 }, (_, index) => ({
    type: "library",
    name: `n${index}`,
    "bom-ref": `n${index}`,
    purl: `pkg:npm/${"@".repeat(index % 40)}n${index}@1?`,
    licenses: [{ expression: `Nothing-${index}` }],
  }));
  const rare = { type: "library", name: "r", hashes: [{ alg: "MD5", content: "d41d8cd98f00b204e9800998ecf8427e" }] };
  const { findings, counts } = await check(
    `${HEAD},"components":${JSON.stringify([...components, rare])},"dependencies":[{"ref":"n1","dependsOn":["gone"]}]}`,
  );
  expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(
    new Set(["sbom-license-unknown", "sbom-hash-of-nothing", "sbom-reference-resolves"]),
  );
  // Twenty causes have a finding of their own, the last one carries the places of all others.
  expect(findings.filter(({ ruleId }) => ruleId === "sbom-license-unknown")).toHaveLength(20);
  expect(counts.note).toBe(3000);
});

test("names that the language gives a meaning are names like others", async () => {
  const { findings } = await check(`${HEAD},"__proto__":{"bomFormat":"x"},"constructor":1,"toString":2}`);
  expect(findings.map((finding) => finding.message)).toEqual([
    expect.stringContaining("Unexpected member `__proto__`"),
    expect.stringContaining("Unexpected member `constructor`"),
    expect.stringContaining("Unexpected member `toString`"),
  ]);
});

test("hostile text is harmless in messages and quotes", async () => {
  const { first } = await check(`${HEAD}, "version": ¦"\u202E\u2028\u0085\\u001b[2J\\r\\n\`x"}`);
  expect(first?.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(first?.place.quote).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

test.each(["9223372036854775808", "9007199254740993", "9007199254740992", "1e400"])(
  "the number %s, which programs read as different ones, is refused at its place",
  async (number) => {
    const { isValid, first } = await check(`${HEAD}, "version": ¦${number}}`);
    expect(isValid).toBe(false);
    expect(first).toMatchObject({ ruleId: "sbom-number", severity: "error", place: { quote: number } });
  },
);

test("the largest number that all programs read alike is a number like others", async () => {
  expect((await check(`${HEAD}, "version": 9007199254740991}`)).isValid).toBe(true);
});

test.each(["SHA256", "sha-256", "Sha_256"])(
  "the algorithm %s is read as SHA-256, with a note and a fix",
  async (alg) => {
    const outcome = await check(
      `${HEAD}, "components": [{"type": "Library", "name": "a", "hashes": [{"alg": "${alg}", "content": "${"ab".repeat(32)}"}]}]}`,
    );
    expect(outcome.findings.map(({ ruleId, severity, fix }) => [ruleId, severity, fix?.patch?.[0]])).toEqual([
      ["sbom-spelling", "note", { op: "replace", path: "/components/0/type", value: "library" }],
      ["sbom-spelling", "note", { op: "replace", path: "/components/0/hashes/0/alg", value: "SHA-256" }],
    ]);
    if (!outcome.isValid || outcome.content.kind !== "CycloneDX") throw new Error("refused");
    expect(outcome.content.document.components?.[0]).toMatchObject({ type: "library", hashes: [{ alg: "SHA-256" }] });
  },
);

test.each(["1.2", "1.3", "1.4", "1.5"])(
  "CycloneDX %s is held to the letter of its schema by the strict",
  async (version) => {
    const bytes = new TextEncoder().encode(`{"bomFormat": "CycloneDX", "specVersion": "${version}"}`);
    const isWanted = version !== "1.5";
    const strict = await checkSbom(bytes, { path: "bom.json", isStrict: true });
    expect(strict).toMatchObject({ isValid: !isWanted });
    const lenient = await checkSbom(bytes, { path: "bom.json" });
    expect(lenient).toMatchObject({ isValid: true, counts: { error: 0, warning: 0, note: isWanted ? 1 : 0 } });
    if (isWanted) expect(lenient.findings[0]?.fix?.patch).toEqual([{ op: "add", path: "/version", value: 1 }]);
  },
);
