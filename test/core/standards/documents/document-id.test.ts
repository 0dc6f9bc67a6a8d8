import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseDocumentName, referencedId } from "#core/standards/documents/document-id.ts";

test("a file name comes apart into prefix, number, series, version and slug", () => {
  expect(parseDocumentName("scs-0100-v3-flavor-naming.md")).toEqual({
    documentId: "scs-0100-v3-flavor-naming",
    prefix: "scs",
    number: "0100",
    series: "v",
    version: 3,
    slug: "flavor-naming",
    slugStart: 12,
  });
});

test.each([
  ["a supplement", "scs-0100-w1-notes.md", { series: "w", version: 1, number: "0100" }],
  ["a proposal", "scs-xxxx-v1-idea.md", { series: "v", number: "xxxx" }],
  ["another community", "gxf4-0001-v12-rules.md", { prefix: "gxf4", version: 12 }],
  ["a slug that breaks the rules for slugs", "scs-0121-v1-Zones_and--more.md", { slug: "Zones_and--more" }],
])("%s is a document", (_name, fileName, parts) => {
  expect(parseDocumentName(fileName)).toMatchObject(parts);
});

test.each([
  "README.md",
  "scs-XXXX-vN-standard-template.md",
  "scs-100-v1-short-number.md",
  "scs-0100-v0-version-zero.md",
  "scs-0100-v01-leading-zero.md",
  "scs-0100-x1-unknown-series.md",
  "scs-0100-v1-.md",
  "scs-0100-v1.md",
  "SCS-0100-v1-upper-case.md",
  "scs-0100-v1-no-extension",
])("%s does not follow the grammar", (fileName) => {
  expect(parseDocumentName(fileName)).toBeUndefined();
});

test.each([
  ["scs-0100-v2-flavor-naming.md", "scs-0100-v2-flavor-naming"],
  [" Standards/scs-0100-v2-flavor-naming.md ", "scs-0100-v2-flavor-naming"],
  ["scs-0100-v2-flavor-naming", "scs-0100-v2-flavor-naming"],
])("the reference `%s` means `%s`", (reference, id) => {
  expect(referencedId(reference)).toBe(id);
});

test("no file name makes the parser throw, and the id is the name without its ending", () => {
  fc.assert(
    fc.property(fc.string(), (fileName) => {
      const name = parseDocumentName(fileName);
      expect(name === undefined || `${name.documentId}.md` === fileName).toBe(true);
    }),
  );
});
