import * as fc from "fast-check";

import { pointerTokens } from "#core/base/json/json-pointer.ts";

import { COMPLETE } from "../profiles/bsi/complete-document.ts";
import { COMPLETE_SPDX3 } from "../profiles/bsi/complete-spdx3.ts";

const SPDX_2 = {
  SPDXID: "SPDXRef-DOCUMENT",
  spdxVersion: "SPDX-2.3",
  name: "quarry",
  dataLicense: "CC0-1.0",
  documentNamespace: "https://example.org/spdx/quarry-7",
  documentDescribes: ["SPDXRef-a"],
  creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1", "Organization: o"], comment: "Build" },
  packages: [
    {
      SPDXID: "SPDXRef-a",
      name: "quarry",
      versionInfo: "7",
      downloadLocation: "NOASSERTION",
      licenseConcluded: "MIT OR (Apache-2.0 AND GPL-2.0+ WITH Classpath-exception-2.0)",
      checksums: [{ algorithm: "SHA256", checksumValue: "ab".repeat(32) }],
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:deb/debian/q@1?arch=x" },
        {
          referenceCategory: "SECURITY",
          referenceType: "cpe23Type",
          referenceLocator: "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*",
        },
      ],
    },
    { SPDXID: "SPDXRef-b", name: "stone", downloadLocation: "NONE" },
  ],
  relationships: [
    { spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: "SPDXRef-a", relationshipType: "DESCRIBES" },
    { spdxElementId: "SPDXRef-a", relatedSpdxElement: "SPDXRef-b", relationshipType: "DEPENDS_ON" },
    { spdxElementId: "SPDXRef-b", relatedSpdxElement: "NOASSERTION", relationshipType: "CONTAINS" },
  ],
};

/** Documents that use much of their schemas, one of each family. */
const SEEDS: readonly unknown[] = [
  COMPLETE,
  COMPLETE_SPDX3,
  SPDX_2,
  { ...SPDX_2, spdxVersion: "SPDX-2.2" },
  {
    bomFormat: "CycloneDX",
    specVersion: "1.4",
    version: 1,
    metadata: { tools: [{ vendor: "v", name: "t", version: "1" }], component: { type: "container", name: "c" } },
    components: [{ type: "library", name: "n", "bom-ref": "n", components: [{ type: "file", name: "f" }] }],
    services: [{ name: "s", "bom-ref": "s", endpoints: ["https://example.org"] }],
    dependencies: [{ ref: "n", dependsOn: ["s"] }],
    vulnerabilities: [{ id: "CVE-2026-1", ratings: [{ score: 1 }] }],
  },
];

/** What readers of JSON, of texts and of graphs trip over. */
const VALUES: readonly unknown[] = [
  null,
  "",
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  [null],
  "__proto__",
  "constructor",
  "pkg:a/b@%",
  "pkg:npm/%40a/b?c=d#e/../f",
  "((((MIT",
  "MIT WITH",
  "DocumentRef-x:LicenseRef-y",
  "cpe:2.3:\\:",
  "javascript:alert(1)",
  "\u0000",
  "\uD800",
  "\u202E",
  "x".repeat(5000),
  "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#a",
  "_:blank",
  "https://example.org/x",
  { type: "Hash" },
  { type: "software_Package", spdxId: "a:b" },
  { ref: "product", dependsOn: ["product"] },
  { "bom-ref": "product" },
];

/** A cut in the text. */
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
  "\uD800",
  "\uFEFF",
  "[".repeat(80),
];

interface Change {
  readonly kind: "replace" | "remove" | "repeat" | "text";
  readonly at: number;
  readonly length: number;
  readonly value: unknown;
  readonly fragment: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("replace", "replace", "remove", "repeat", "text"),
  at: fc.nat(100_000),
  length: fc.nat(30),
  value: fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 2 })),
  fragment: fc.constantFrom("", ...FRAGMENTS),
});

/** A valid document with one to four faults of structure or text. */
export const mutatedSbom: fc.Arbitrary<string> = fc
  .record({ seed: fc.constantFrom(...SEEDS), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
  .map(({ seed, changes }) => {
    const document = structuredClone(seed);
    for (const one of changes) if (one.kind !== "text") changeDocument(document, one);
    let text = JSON.stringify(document);
    for (const { kind, at, length, fragment } of changes) {
      if (kind !== "text") continue;
      const start = at % (text.length + 1);
      text = text.slice(0, start) + fragment + text.slice(start + length);
    }
    return text;
  });

/** Changes the value that a walk meets as number `at` (modulo their count). */
function changeDocument(document: unknown, { kind, at, value }: Change): void {
  const pointers: string[] = [];
  collect(document, "", pointers);
  const tokens = pointerTokens(pointers[at % Math.max(1, pointers.length)] ?? "");
  const last = tokens.at(-1);
  let holder = document;
  for (const token of tokens.slice(0, -1)) holder = Reflect.get(holder as object, token) as unknown;
  if (last === undefined || typeof holder !== "object" || holder === null) return;
  if (kind === "remove") Reflect.deleteProperty(holder, last);
  else if (kind === "repeat" && Array.isArray(holder)) holder.push(structuredClone(holder[Number(last)]));
  else
    Object.defineProperty(holder, last, {
      value: structuredClone(value),
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

function collect(value: unknown, pointer: string, pointers: string[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const place = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    pointers.push(place);
    collect(member, place, pointers);
  }
}
