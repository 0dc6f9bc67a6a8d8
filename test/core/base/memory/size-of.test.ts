import { expect, test } from "vitest";

import { sizeOf } from "#core/base/memory/size-of.ts";

test("text counts one byte a character, two where one is not of Latin-1, buffers what they hold", () => {
  expect(sizeOf("é".repeat(1_000)) - sizeOf("")).toBe(1_000);
  expect(sizeOf(`${"x".repeat(999)}→`) - sizeOf("")).toBe(2_000);
  expect(sizeOf(new ArrayBuffer(5_000)) - sizeOf(new ArrayBuffer(0))).toBe(5_000);
  expect(sizeOf(new Uint8Array(5_000))).toBeGreaterThan(5_000);
});

test("every kind of plain data counts with all that it holds", () => {
  const text = "→".repeat(10_000);
  for (const holder of [
    [text],
    { text },
    new Map([["key", text]]),
    new Map([[text, 1]]),
    new Set([text]),
    { a: [{ text }] },
  ]) {
    expect(sizeOf(holder)).toBeGreaterThan(20_000);
    expect(sizeOf(holder)).toBeLessThan(20_500);
  }
});

test("a part of a buffer counts as the whole that it keeps alive", () => {
  expect(sizeOf(new Uint8Array(new ArrayBuffer(9_000), 10, 5))).toBeGreaterThan(9_000);
});

test("what is shared counts once, so that circles end", () => {
  const shared = { text: "→".repeat(10_000) };
  expect(sizeOf([shared, shared, shared])).toBeLessThan(20_500);
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(sizeOf(circle)).toBeLessThan(100);
});

test("a list inside a list a hundred thousand times over is counted without a stack", () => {
  let nested: unknown[] = [];
  for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
  expect(sizeOf(nested)).toBeGreaterThan(100_000 * 32);
});

test("nothing, truth and functions take next to nothing", () => {
  expect([undefined, null, true, () => 1].map(sizeOf)).toEqual([0, 0, 0, 0]);
  expect(sizeOf(1)).toBeLessThan(32);
});
