import * as fc from "fast-check";
import { expect, test } from "vitest";

import { localAddress } from "#core/base/text/local-address.ts";

const HOME = "https://stele.example";

/** Texts made of what browsers, proxies and parsers read differently, among them every way to write a slash. */
const hostileText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom("/", "\\", "//", "/\\", ".", "..", "@", ":", "?", "#", "%2f", "%5c", "%2e"),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "evil.example",
          "https:",
          "javascript:",
          "as-of",
          "user",
          "[::1]",
          "\t",
          "\r\n",
          " ",
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("whatever is typed, the address is one of this site, for every reader of addresses", () => {
  fc.assert(
    fc.property(hostileText, (typed) => {
      const address = localAddress(typed);
      expect(address).toMatch(/^\/(?!\/)[\u0021-\u007e]*$/);
      expect(address).not.toContain("\\");
      expect(new URL(address, HOME).origin).toBe(HOME);
      // As old proxies do that take every backslash for a slash and drop what they do not print.
      expect(new URL(decodeURI(encodeURI(address)).replaceAll("\\", "/"), HOME).origin).toBe(HOME);
      expect(localAddress(address)).toBe(address);
    }),
    { numRuns: 5_000 },
  );
});

test("the address of a page stays as it is", () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~%-]{0,12}$/).filter((text) => !/%/.test(text));
  const address = fc.tuple(
    fc.array(segment, { maxLength: 5 }),
    fc.constantFrom("", "?q=a%20b", "?date=2024-03-01#top", "#top"),
  );
  fc.assert(
    fc.property(address, ([segments, rest]) => {
      expect(localAddress(`/${segments.join("/")}${rest}`)).toBe(`/${segments.join("/")}${rest}`);
    }),
  );
});

test.each([
  ["//evil.example/x", "/evil.example/x"],
  ["/\\evil.example", "/evil.example"],
  ["\\\\evil.example", "/evil.example"],
  ["//user@evil.example/", "/user@evil.example/"],
  ["/.//evil.example", "/evil.example"],
  ["/a/..//evil.example", "/evil.example"],
  ["/%2e//evil.example", "/evil.example"],
  ["/\t/evil.example", "/evil.example"],
  ["https://evil.example/", "/https://evil.example/"],
  ["/standards?next=\\\\evil", "/standards?next=%5C%5Cevil"],
  ["/straße", "/stra%C3%9Fe"],
  ["", "/"],
])("%j leads to %j", (typed, address) => {
  expect(localAddress(typed)).toBe(address);
});
