import { expect, test } from "vitest";
import * as fc from "fast-check";

import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

test.each([
  ["an unexpected continuation byte", [0x61, 0x80, 0x62], 1],
  ["a sequence cut short by the end", [0x61, 0xe2, 0x82], 1],
  ["a sequence cut short by ASCII", [0xe2, 0x82, 0x61, 0x62, 0x63, 0x64], 0],
  ["a surrogate half", [0x61, 0xed, 0xa0, 0x80, 0x61], 1],
  ["an overlong slash", [0xc0, 0xaf], 0],
  ["a byte that is never UTF-8 late in the text", [...Array<number>(100).fill(0x61), 0xff, 0x61], 100],
])("%s is refused with the offset of its first byte", (_name, bytes, byteOffset) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ ok: false, failure: { byteOffset } });
});

test("a byte order mark is taken off and reported", () => {
  expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toEqual({
    ok: true,
    value: { text: "a", hadByteOrderMark: true },
  });
});

test("every well-formed text survives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const decoded = decodeUtf8(new TextEncoder().encode(text.replace(/^\uFEFF/, "")));
      expect(decoded).toEqual({ ok: true, value: { text: text.replace(/^\uFEFF/, ""), hadByteOrderMark: false } });
    }),
  );
});
