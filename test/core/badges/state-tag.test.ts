import { expect, test } from "vitest";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { THEMES } from "#core/badges/palette.ts";
import { stateTag } from "#core/badges/state-tag.ts";
import { STYLE_NAMES } from "#core/badges/styles.ts";

import { sampleFaces } from "./sample-faces.ts";

test("the same text has the same tag of sixteen digits, in every runtime", () => {
  expect(stateTag("")).toBe(stateTag(""));
  expect(stateTag("v5.1 passing")).toMatch(/^[0-9a-f]{16}$/);
  expect(stateTag("v5.1 passing")).not.toBe(stateTag("v5.2 passing"));
});

test("a hundred thousand states and every drawing of every face have tags of their own", () => {
  const texts = [
    ...Array.from({ length: 100_000 }, (_, index) => `SCS-compatible IaaS: ${index} tests failing`),
    ...STYLE_NAMES.flatMap((style) =>
      THEMES.flatMap((theme) => sampleFaces().map((face) => drawBadge(face, { style, theme }))),
    ),
  ];
  const distinct = new Set(texts);
  expect(new Set([...distinct].map(stateTag)).size).toBe(distinct.size);
});

test.each([
  ["", "1aee976dc14d573c"],
  ["a", "82c9fbc830327eb7"],
  ["v5.1 passing", "8ee8c23393e9bbda"],
  ["ü€🙂", "b6ee4c60e242eb74"],
])("the tag of %j stays what it was: caches hold it", (text, tag) => {
  expect(stateTag(text)).toBe(tag);
});
