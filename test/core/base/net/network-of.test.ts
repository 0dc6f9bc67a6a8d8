import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { networkOf } from "#core/base/net/network-of.ts";

test.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 192.0.2.1 ", "192.0.2.1"],
  ["192.0.2.1:50443", "192.0.2.1"],
  ["2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"],
  ["2001:DB8:0:1::", "2001:db8:0:1::/64"],
  ["2001:0db8:0000:0001::9", "2001:db8:0:1::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8::1:0:0:1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
  ["[2001:db8::1]", "2001:db8:0:0::/64"],
])("%s is of the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  "",
  "unknown",
  "localhost",
  "192.0.2",
  "192.0.2.256",
  "192.0.2.01",
  "1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:8:9",
  "1::2::3",
  "1:2:3:4:5:6:7:8::",
  ":1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:192.0.2.1",
  "192.0.2.1::",
  "12345::",
  "g::",
  "[::1",
  ":::",
])("%j is no address", (address) => {
  expect(networkOf(address)).toBeUndefined();
});

describe("however an IPv6 address is written", () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  });
  /** A spelling of the groups: `::` for a run of zeros, capitals, leading zeros, dots at the end. */
  const spelling = fc.record({ from: fc.nat(7), upper: fc.boolean(), padded: fc.boolean(), dotted: fc.boolean() });

  test("all its spellings are of one network, and its first four groups decide", () => {
    fc.assert(
      fc.property(groups, spelling, (numbers, style) => {
        const network = networkOf(write(numbers, style));
        expect(network).toBe(networkOf(numbers.map((number) => number.toString(16)).join(":")));
        const isMapped = numbers.slice(0, 5).every((number) => number === 0) && numbers[5] === 0xffff;
        if (isMapped) return;
        const neighbor = [...numbers.slice(0, 4), 1, 2, 3, 4];
        expect(networkOf(write(neighbor, style))).toBe(network);
        const other = [...numbers.slice(0, 3), (numbers[3] ?? 0) ^ 1, ...numbers.slice(4)];
        expect(networkOf(write(other, style))).not.toBe(network);
      }),
    );
  });
});

function write(
  numbers: readonly number[],
  { from, upper, padded, dotted }: { from: number; upper: boolean; padded: boolean; dotted: boolean },
): string {
  const words = numbers.map((number) => number.toString(16).padStart(padded ? 4 : 1, "0"));
  const [high = 0, low = 0] = numbers.slice(6);
  if (dotted) words.splice(6, 2, [high >> 8, high & 255, low >> 8, low & 255].join("."));
  let end = from;
  while (end < (dotted ? 6 : 8) && numbers[end] === 0) end += 1;
  const text = end === from ? words.join(":") : `${words.slice(0, from).join(":")}::${words.slice(end).join(":")}`;
  return upper ? text.toUpperCase() : text;
}
