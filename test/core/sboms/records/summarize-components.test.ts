import { expect, test } from "vitest";

import type { CycloneDxBom } from "#core/sboms/formats/cyclonedx/cyclonedx.ts";
import { seriesOf } from "#core/sboms/records/document-series.ts";
import type { SpdxDocument } from "#core/sboms/formats/spdx2/spdx.ts";
import { summarizeComponents } from "#core/sboms/records/summarize-components.ts";

const record = (number: number, extra: object) => ({
  number,
  pointer: `/components/${number}`,
  type: "library",
  name: `c${number}`,
  licenses: [],
  hashes: [],
  ...extra,
});

test("licenses, ecosystems and types are counted, the most frequent first", () => {
  const summary = summarizeComponents([
    record(0, { licenses: ["MIT", "MIT"], purl: "pkg:NPM/a@1" }),
    record(1, { licenses: ["MIT", "Apache-2.0"], purl: "pkg:deb/debian/b@1" }),
    record(2, { type: "file", purl: "nonsense" }),
    record(3, { purl: "pkg:npm/c" }),
  ]);
  expect(summary).toEqual({
    licenses: [
      ["MIT", 2],
      ["Apache-2.0", 1],
    ],
    licenseCount: 2,
    unlicensed: 2,
    ecosystems: [
      ["npm", 2],
      ["deb", 1],
    ],
    withoutPurl: 1,
    types: [
      ["library", 3],
      ["file", 1],
    ],
  });
});

test("versions of a CycloneDX document share the serial number, those of SPDX namespace and name", () => {
  const cyclonedx = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:3E671687-395B-41F5-A30F-A58921A69B79",
  };
  expect(seriesOf({ kind: "CycloneDX", document: cyclonedx as CycloneDxBom })).toBe(
    "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  );
  const spdx = (documentNamespace: string) =>
    seriesOf({ kind: "SPDX", document: { name: "app", documentNamespace, creationInfo: {} } as SpdxDocument });
  const first = spdx("https://x.test/docs/app-3e671687-395b-41f5-a30f-a58921a69b79");
  expect(first).toBe("https://x.test/docs/app app");
  expect(spdx("https://x.test/docs/app-ffffffff-395b-41f5-a30f-a58921a69b79")).toBe(first);
  expect(spdx("https://x.test/docs/app-2026-01-02T03:04:05Z")).toBe(first);
  expect(spdx("https://x.test/docs/other")).not.toBe(first);
});
