// What attackers and broken tools send: every item gets its own answer, in time and memory by the size of the text.
import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { BSI_TR_03183_2 } from "#core/sboms/profiles/bsi/index.ts";
import { describeContent, recordComponents } from "#core/sboms/records/sbom-record.ts";

const HEAD = '{"bomFormat":"CycloneDX","specVersion":"1.6"';
const LIBRARY = '"type":"library","name":';

function check(text: string) {
  return checkSbom(new TextEncoder().encode(text), { path: "bom.json" });
}

function withComponents(...members: readonly string[]): string {
  return `${HEAD},"components":[${members.map((one) => `{${one}}`).join()}]}`;
}

/** Text, rule, severity, pointer of the first finding. */
const ITEMS: [name: string, text: string, ruleId: string, severity: string, pointer: string][] = [
  [
    "a repeated bom-ref",
    withComponents(`${LIBRARY}"a","bom-ref":"x"`, `${LIBRARY}"b","bom-ref":"x"`),
    "sbom-bom-ref-unique",
    "error",
    "/components/1/bom-ref",
  ],
  [
    "a dangling reference",
    `${HEAD},"dependencies":[{"ref":"nobody"}]}`,
    "sbom-reference-resolves",
    "warning",
    "/dependencies/0/ref",
  ],
  [
    "a dependency cycle",
    `${withComponents(`${LIBRARY}"a","bom-ref":"a"`, `${LIBRARY}"b","bom-ref":"b"`).slice(0, -1)},"dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]}`,
    "sbom-dependency-cycle",
    "note",
    "/dependencies/0",
  ],
  ["a bad purl", withComponents(`${LIBRARY}"a","purl":"npm/a@1"`), "sbom-purl", "warning", "/components/0/purl"],
  [
    "a nonsense license expression",
    withComponents(`${LIBRARY}"a","licenses":[{"expression":"MIT OR OR )"}]`),
    "sbom-license-expression",
    "warning",
    "/components/0/licenses/0/expression",
  ],
  [
    "specVersion inside a nested object only",
    `{"bomFormat":"CycloneDX","x":{"specVersion":"1.6"}}`,
    "sbom-format",
    "error",
    "",
  ],
  ["a repeated JSON key", `${HEAD},"version":1,"version":2}`, "sbom-duplicate-name", "error", "/version"],
  [
    "a repeated JSON key that is escaped the second time",
    `${HEAD},"version":1,"\\u0076ersion":2}`,
    "sbom-duplicate-name",
    "error",
    "/version",
  ],
  ["`__proto__` keys", `${HEAD},"__proto__":{"isAdmin":true}}`, "sbom-schema", "error", "/__proto__"],
  [
    "a javascript: URL",
    withComponents(`${LIBRARY}"a","externalReferences":[{"type":"website","url":"java\\tscript:alert(1)"}]`),
    "sbom-url-scheme",
    "warning",
    "/components/0/externalReferences/0/url",
  ],
  [
    "the hash of nothing",
    withComponents(`${LIBRARY}"a","hashes":[{"alg":"SHA-1","content":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}]`),
    "sbom-hash-of-nothing",
    "warning",
    "/components/0/hashes/0/content",
  ],
  [
    "a thousand levels",
    `${HEAD},"components":[${"[".repeat(1000)}${"]".repeat(1000)}]}`,
    "sbom-depth",
    "error",
    `/components${"/0".repeat(63)}`,
  ],
  ["a name of a million characters", `${HEAD},"${"n".repeat(1_000_000)}":1}`, "sbom-size", "error", "/specVersion"],
  ["a raw NUL byte", `${HEAD},"version":\u0000}`, "sbom-json", "error", "/version"],
];

test.each(ITEMS)("%s", async (_name, text, ruleId, severity, pointer) => {
  const { findings, isValid } = await check(text);
  expect(findings[0]).toMatchObject({ ruleId, severity, place: { pointer } });
  expect(isValid).toBe(severity !== "error");
});

test("specVersion as the last key is read all the same", async () => {
  const outcome = await check('{"components":[],"bomFormat":"CycloneDX","x-y":1,"specVersion":"1.4"}');
  expect(outcome.format).toEqual({ name: "CycloneDX", version: "1.4" });
});

test("vulnerabilities are valid CycloneDX, and BSI says that they do not belong here", async () => {
  const outcome = await check(`${HEAD},"vulnerabilities":[{"id":"CVE-2026-0001"}]}`);
  if (!outcome.isValid) throw new Error("refused");
  const { rules } = BSI_TR_03183_2.evaluate(outcome.content);
  expect(rules.find(({ rule }) => rule.id === "no-vulnerabilities")).toMatchObject({ share: 0 });
});

test.each([
  ["a gzip bomb", [0x1f, 0x8b, 8, 0], "gzip"],
  ["a zstd bomb", [0x28, 0xb5, 0x2f, 0xfd], "zstd"],
  ["a bzip2 bomb", [0x42, 0x5a, 0x68, 0x39], "bzip2"],
  ["an xz file", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "xz"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x7b, 0, 0x7d, 0], "UTF-16"],
  ["UTF-16, big end first", [0, 0x7b, 0, 0x7d], "UTF-16"],
])("%s is recognized by its first bytes and not unpacked", async (_name, bytes, word) => {
  const { findings } = await checkSbom(Uint8Array.from(bytes), { path: "bom" });
  expect(findings[0]).toMatchObject({ ruleId: "sbom-json", severity: "error" });
  expect(findings[0]?.message).toContain(word);
});

test("a UTF-8 byte order mark is noted, invalid UTF-8 is refused with its offset", async () => {
  expect(await check(`\uFEFF${HEAD}}`)).toMatchObject({
    isValid: true,
    findings: [{ ruleId: "sbom-byte-order-mark" }],
  });
  const bytes = Uint8Array.of(0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d);
  const { findings } = await checkSbom(bytes, { path: "bom.json" });
  expect(findings[0]?.message).toContain("Byte 0xc0 at offset 2");
});

test("a string of five megabytes is a name like others, and is cut where it is stored", async () => {
  const outcome = await check(
    withComponents(`${LIBRARY}"${"x".repeat(5_000_000)}","purl":"pkg:npm/${"y".repeat(1_000_000)}"`),
  );
  if (!outcome.isValid) throw new Error(outcome.findings[0]?.message);
  const [component] = recordComponents(outcome.content);
  expect(component?.name).toHaveLength(500);
  expect(component?.purl).toHaveLength(500);
});

test("numbers without measure are refused, not computed with", async () => {
  for (const number of ["1e9", "1e999", "-1e308", "9".repeat(400_000)]) {
    const { findings } = await check(`${HEAD},"version":${number},"components":[{${LIBRARY}"a","version":${number}}]}`);
    const isLarge = number !== "1e9";
    expect(findings[0]).toMatchObject({ severity: "error", ruleId: isLarge ? "sbom-number" : "sbom-schema" });
    expect(findings.every(({ severity }) => severity === "error")).toBe(true);
    expect(findings[0]?.message.length).toBeLessThan(600);
  }
});

test("a million numbers are one finding, not a million", async () => {
  const { findings, counts } = await check(`${HEAD},"components":[${"1e9,".repeat(1_000_000)}1]}`);
  expect(counts.error).toBeGreaterThan(0);
  expect(findings.length).toBeLessThanOrEqual(500);
});

test("three thousand parentheses around a license need no stack, nor do a hundred thousand", async () => {
  for (const depth of [3000, 100_000]) {
    const expression = `${"(".repeat(depth)}MIT${")".repeat(depth)}`;
    const { findings } = await check(withComponents(`${LIBRARY}"a","licenses":[{"expression":"${expression}"}]`));
    expect(findings).toEqual([]);
  }
});

test("lone surrogates, NUL, HTML and line breaks in names are harmless in findings and records", async () => {
  const names = ["\\ud800", "a\\u0000b", "<script>alert(1)</script>", "x\\r\\nSet-Cookie: a=b", "\\u202egnp.exe"];
  const subject = `"metadata":{"component":{${LIBRARY}"\\ud800\\u0000\\r\\n","version":"1"}}`;
  const components = names.map((name) => `{${LIBRARY}"${name}","purl":"${name}"}`).join();
  const outcome = await check(`${HEAD},${subject},"components":[${components}]}`);
  if (!outcome.isValid) throw new Error(outcome.findings[0]?.message);
  for (const { message, place } of outcome.findings) {
    expect(`${message}${place.quote ?? ""}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  }
  for (const { name } of recordComponents(outcome.content)) {
    expect(name.isWellFormed()).toBe(true);
    expect(name).not.toContain("\u0000");
  }
  expect(describeContent(outcome.content).subject?.name.isWellFormed()).toBe(true);
});
