import { expect, test } from "vitest";

import { deflate } from "../../../workers/http/deflate.ts";
import { sha256Hex } from "../../../workers/http/digest.ts";
import { hmacSha256 } from "../../../workers/http/hmac.ts";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

test("digests are those of FIPS 180-4, of a text as of its UTF-8, with the zeros in front of small bytes", async () => {
  const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256Hex("abc")).toBe(digest);
  expect(await sha256Hex(bytesOf("abc"))).toBe(digest);
  expect(await sha256Hex("ä")).toBe(await sha256Hex(bytesOf("ä")));
  expect(await sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("codes are those of RFC 4231, with a key that is text or bytes", async () => {
  const code = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  expect(hexOf(await hmacSha256("Jefe", "what do ya want for nothing?"))).toBe(code);
  expect(hexOf(await hmacSha256(bytesOf("Jefe"), "what do ya want for nothing?"))).toBe(code);
});

test("what is compressed begins as RFC 1950 has it and is the same again", async () => {
  const compressed = await deflate(bytesOf("badge ".repeat(100)));
  expect(compressed[0]).toBe(0x78);
  expect(compressed.length).toBeLessThan(60);
  const again = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("deflate"));
  expect(await new Response(again).text()).toBe("badge ".repeat(100));
});
