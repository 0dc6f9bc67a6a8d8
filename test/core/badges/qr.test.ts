import * as fc from "fast-check";
import { expect, test } from "vitest";

import { drawQr, encodeQr } from "#core/badges/qr.ts";

const ADDRESS = "https://certs.example.org/certification/regio-a/scs-compatible-iaas";

function draw(text: string, title = "Status page"): string {
  const encoded = encodeQr(text);
  if (!encoded.ok) throw new Error(encoded.failure.reason);
  return drawQr(encoded.value, title);
}

/** The modules as a scanner sees them. */
function modulesOf(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let offset = 0; offset < Number(length); offset += 1) (rows[Number(y)] ?? [])[Number(x) + offset] = true;
  }
  return rows;
}

test("a code has its three finder patterns, its timing lines and a quiet zone of four modules", () => {
  const rows = modulesOf(draw(ADDRESS));
  const size = rows.length;
  const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  const block = (top: number, left: number) =>
    rows.slice(top, top + 7).map((row) =>
      row
        .slice(left, left + 7)
        .map((dark) => (dark ? "1" : "0"))
        .join(""),
    );
  for (const [top, left] of [
    [4, 4],
    [4, size - 11],
    [size - 11, 4],
  ] as const)
    expect(block(top, left)).toEqual(finder);
  const timing = (rows[10] ?? []).slice(12, size - 12);
  expect(timing.every((dark, index) => dark === (index % 2 === 0))).toBe(true);
  expect((size - 8 - 17) % 4).toBe(0);
  for (const edge of [0, 1, 2, 3, size - 4, size - 1]) {
    expect(rows[edge]?.includes(true)).toBe(false);
    expect(rows.some((row) => row[edge] === true)).toBe(false);
  }
});

test("the same address gives the same bytes, another one another code", () => {
  expect(draw(ADDRESS)).toBe(draw(ADDRESS));
  expect(modulesOf(draw(`${ADDRESS}x`))).not.toEqual(modulesOf(draw(ADDRESS)));
});

test("any title and any address give well-formed XML", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ unit: "binary", maxLength: 60 }), (text, title) => {
      const svg = draw(text, title);
      expect(svg).toMatch(/^<svg [^<>]*><title>[^<>]*<\/title>(?:<path [^<>]*\/>){2}<\/svg>$/);
    }),
  );
});

test("an address that no phone would read from paper is refused", () => {
  expect(encodeQr("x".repeat(501))).toEqual({ ok: false, failure: { reason: "too-long", limit: 500 } });
});
