import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeBase58, encodeBase58 } from "#core/trust/credentials/base58.ts";
import { decodeBase64Url, encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import { encodeMultikey, readDidKeyMethod, readMultikey } from "#core/trust/credentials/multikey.ts";

const KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

describe("base58", () => {
  test.each([
    ["", []],
    ["1", [0]],
    ["2NEpo7TZRRrLZSi2U", [...new TextEncoder().encode("Hello World!")]],
    ["11233QC4", [0, 0, 0x28, 0x7f, 0xb4, 0xcd]],
  ])("%j is %j (draft-msporny-base58 §5)", (text, bytes) => {
    expect(decodeBase58(text)).toEqual(Uint8Array.from(bytes));
    expect(encodeBase58(Uint8Array.from(bytes))).toBe(text);
  });

  test("every byte string comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(decodeBase58(encodeBase58(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  test.each(["0", "O", "I", "l", "a b", "é", "1".repeat(129)])("%j is refused", (text) => {
    expect(decodeBase58(text)).toBeUndefined();
  });
});

describe("base64url", () => {
  test("every byte string comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  test("no two texts decode to the same bytes", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = decodeBase64Url(text);
        expect(bytes === undefined || encodeBase64Url(bytes) === text).toBe(true);
      }),
    );
    expect(decodeBase64Url("QR")).toBeUndefined();
    expect(decodeBase64Url("QQ==")).toBeUndefined();
    expect(decodeBase64Url("Q")).toBeUndefined();
    expect(decodeBase64Url("+/")).toBeUndefined();
  });
});

describe("Multikey", () => {
  test("an Ed25519 key comes back as it was written", () => {
    const read = readMultikey(KEY);
    expect(read).toMatchObject({ value: { kind: "Ed25519" } });
    expect(read.ok && read.value.kind === "Ed25519" && encodeMultikey(read.value.raw)).toBe(KEY);
  });

  test("a did:key names its own key", () => {
    expect(readDidKeyMethod(`did:key:${KEY}#${KEY}`)).toEqual(readMultikey(KEY));
    expect(readDidKeyMethod(`did:key:${KEY}#z6Mkother`)).toBeUndefined();
    expect(readDidKeyMethod(`did:key:${KEY}`)).toBeUndefined();
    expect(readDidKeyMethod(`did:key:${KEY}#${KEY}/x`)).toBeUndefined();
    expect(readDidKeyMethod(`x did:key:${KEY}#${KEY}`)).toBeUndefined();
  });

  test.each(["", "z", "m6Mk", `${KEY}1`, KEY.slice(0, -1), "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169"])(
    "%j is no Ed25519 key",
    (text) => {
      expect(readMultikey(text).ok).toBe(false);
    },
  );

  test("a key of another kind is no fault, it only cannot be used here", () => {
    const p256 = readMultikey("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
    expect(p256).toMatchObject({ failure: { reason: "unsupported" } });
  });

  test("no text makes the decoder throw", () => {
    fc.assert(fc.property(fc.string(), (text) => void [readMultikey(text), readDidKeyMethod(text)]));
  });
});
