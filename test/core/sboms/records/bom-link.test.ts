import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseBomLink } from "#core/sboms/records/bom-link.ts";

const SERIAL = "3e671687-395b-41f5-a30f-a58921a69b79";

test("a BOM-Link names document, version and element", () => {
  expect(parseBomLink(`urn:cdx:${SERIAL.toUpperCase()}/12#pkg:npm/%40a/b@1`)).toEqual({
    serialNumber: `urn:uuid:${SERIAL}`,
    version: 12,
    bomRef: "pkg:npm/@a/b@1",
  });
  expect(parseBomLink(`urn:cdx:${SERIAL}/1`)).toEqual({ serialNumber: `urn:uuid:${SERIAL}`, version: 1 });
  expect(parseBomLink(`urn:cdx:${SERIAL}/1#100%`)?.bomRef).toBe("100%");
});

test.each([`urn:uuid:${SERIAL}`, `urn:cdx:${SERIAL}`, `urn:cdx:${SERIAL}/0`, `urn:cdx:${SERIAL}/1#`, "urn:cdx:1/1"])(
  "%s is none",
  (text) => expect(parseBomLink(text)).toBeUndefined(),
);

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseBomLink(`urn:cdx:${SERIAL}/1#${text}`)));
});
