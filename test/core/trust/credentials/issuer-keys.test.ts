import { describe, expect, test } from "vitest";

import { encodeBase64Url } from "#core/trust/credentials/base64url.ts";
import { readIssuerKeys } from "#core/trust/credentials/issuer-keys.ts";

const bytes = (value: number, length = 32) => new Uint8Array(length).fill(value);
const key = (kid: string, value: number, d?: number) => ({
  kty: "OKP",
  crv: "Ed25519",
  kid,
  x: encodeBase64Url(bytes(value)),
  ...(d === undefined ? {} : { d: encodeBase64Url(bytes(d)) }),
});
const read = (...keys: readonly unknown[]) => readIssuerKeys(JSON.stringify({ keys }));

describe("a set of keys", () => {
  test("signs with the first key that has a private part, and vouches for all", () => {
    expect(read(key("old", 1), key("now", 2, 3), key("next", 4, 5))).toEqual({
      ok: true,
      value: {
        signing: {
          id: "now",
          publicKey: bytes(2),
          jwk: { kty: "OKP", crv: "Ed25519", x: encodeBase64Url(bytes(2)), d: encodeBase64Url(bytes(3)) },
        },
        all: [
          { id: "now", publicKey: bytes(2) },
          { id: "old", publicKey: bytes(1) },
          { id: "next", publicKey: bytes(4) },
        ],
      },
    });
  });

  test("has fifty keys at most", () => {
    const keys = Array.from({ length: 51 }, (_, index) => key(`k${index}`, index, 1));
    expect(read(...keys.slice(1)).ok).toBe(true);
    expect(read(...keys)).toEqual({ ok: false, failure: "it has no list `keys` with 1 to 50 entries" });
  });

  test.each(["{", "{}", "[]", '{"keys":{}}', '{"keys":[]}', "null", '"keys"'])("is not %s", (text) => {
    const expected = text === "{" ? "it is not JSON" : "it has no list `keys` with 1 to 50 entries";
    expect(readIssuerKeys(text)).toEqual({ ok: false, failure: expected });
  });

  test("without a private part cannot sign", () => {
    const failure = "no key has a private part `d`, so none can sign";
    expect(read(key("a", 1), key("b", 2))).toEqual({ ok: false, failure });
  });

  test("has no two keys of one name", () => {
    expect(read(key("a", 1, 1), key("a", 2))).toEqual({ ok: false, failure: "two keys have the same `kid`" });
  });
});

describe("a key is refused, and nothing of it told, when", () => {
  const good = key("a", 1, 2);
  test.each<[string, unknown]>([
    ["it is no object", "secret"],
    ["it is of another type", { ...good, kty: "EC" }],
    ["it is of another curve", { ...good, crv: "X25519" }],
    ["it has no name", { ...good, kid: undefined }],
    ["its name is no text", { ...good, kid: 1 }],
    ["its name is empty", { ...good, kid: "" }],
    ["its name has a character that a URL would not keep", { ...good, kid: "a#b" }],
    ["its name ends in such a character", { ...good, kid: "a/" }],
    ["its name begins with such a character", { ...good, kid: "/a" }],
    ["its name is longer than 64 characters", { ...good, kid: "a".repeat(65) }],
    ["it has no public part", { ...good, x: undefined }],
    ["its public part is no base64url", { ...good, x: "*" }],
    ["its public part is too short", { ...good, x: encodeBase64Url(bytes(1, 31)) }],
    ["its private part is no text", { ...good, d: 7 }],
    ["its private part is too long", { ...good, d: encodeBase64Url(bytes(1, 33)) }],
  ])("%s", (_, entry) => {
    const failure = "key 2 is not an Ed25519 key (OKP) with `kid` and `x`";
    expect(read(key("first", 9, 9), entry)).toEqual({ ok: false, failure });
  });

  test("a name of 64 letters, digits, dots and dashes is a name", () => {
    expect(read({ ...good, kid: `k-1._${"a".repeat(59)}` }).ok).toBe(true);
  });
});
