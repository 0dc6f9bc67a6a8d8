import * as fc from "fast-check";
import { expect, test } from "vitest";

import { valueAt } from "#core/base/json/json-pointer.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";

/** A document that uses much of the schema. */
const SEED = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  metadata: {
    timestamp: "2026-01-01T00:00:00Z",
    lifecycles: [{ phase: "build" }],
    tools: { components: [{ type: "application", name: "tool", version: "1" }] },
    component: { type: "application", "bom-ref": "subject", name: "subject", version: "1.0" },
  },
  components: [
    {
      type: "library",
      "bom-ref": "a",
      name: "a",
      purl: "pkg:npm/a@1",
      hashes: [{ alg: "SHA-256", content: "0".repeat(64) }],
      licenses: [{ license: { id: "MIT", acknowledgement: "declared" } }],
      externalReferences: [{ type: "vcs", url: "https://example.org" }],
    },
    { type: "library", "bom-ref": "b", name: "b", licenses: [{ expression: "MIT OR 0BSD" }] },
  ],
  dependencies: [{ ref: "subject", dependsOn: ["a", "b"] }, { ref: "a" }],
  compositions: [{ aggregate: "complete", assemblies: ["a"] }],
};
const TEXT = JSON.stringify(SEED, null, 1);

const FRAGMENTS = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "null",
  "1e999",
  '"a"',
  "\u0000",
  "\u{1F600}",
  "\uD800",
  "{},",
];

const textMutation = fc.record({ at: fc.nat(TEXT.length), cut: fc.nat(20), paste: fc.constantFrom("", ...FRAGMENTS) });

test("a mutated document is judged without a crash, each finding with a place inside the text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(textMutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      let text = TEXT;
      for (const { at, cut, paste } of mutations) text = text.slice(0, at) + paste + text.slice(at + cut);
      const bytes = new TextEncoder().encode(text);
      const outcome = await checkSbom(bytes, { path: "bom.json" });
      expect(outcome.isValid).toBe(outcome.counts.error === 0);
      const lineCount = text.split(/\r\n|\n|\r/).length;
      for (const { place, message } of outcome.findings) {
        expect(place.start.line).toBeGreaterThan(0);
        expect(place.start.line).toBeLessThanOrEqual(lineCount);
        expect(message.length).toBeLessThan(600);
      }
    }),
    { numRuns: 400 },
  );
});

/** Any value at any place of the document. */
const valueMutation = fc.record({ at: fc.nat(200), value: fc.jsonValue({ maxDepth: 3 }) });

test("a document with other values in it is judged without a crash, and pointers lead to what is there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(valueMutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      let document: unknown = structuredClone(SEED);
      for (const { at, value } of mutations) document = replaceNth(document, at, value);
      const outcome = await checkSbom(new TextEncoder().encode(JSON.stringify(document)), { path: "bom.json" });
      expect(outcome.isValid).toBe(outcome.counts.error === 0);
      for (const { place } of outcome.findings) {
        const value = valueAt(JSON.parse(JSON.stringify(document)), place.pointer ?? "");
        expect(value, place.pointer).not.toBeUndefined();
      }
    }),
    { numRuns: 400 },
  );
});

test("random bytes are judged without a crash", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const outcome = await checkSbom(bytes, { path: "bom.json" });
      expect(outcome.isValid).toBe(false);
      expect(outcome.findings.length).toBeGreaterThan(0);
    }),
  );
});

/** Replaces the value that a walk meets as number `at` (modulo their count). */
function replaceNth(document: unknown, at: number, value: unknown): unknown {
  const places: { readonly holder: Record<string, unknown>; readonly name: string }[] = [];
  const collect = (holder: unknown): void => {
    if (typeof holder !== "object" || holder === null) return;
    for (const [name, member] of Object.entries(holder)) {
      places.push({ holder: holder as Record<string, unknown>, name });
      collect(member);
    }
  };
  collect(document);
  const place = places[at % Math.max(1, places.length)];
  if (place !== undefined) place.holder[place.name] = structuredClone(value);
  return document;
}
