import { describe, expect, test } from "vitest";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { LOOKS, type Tone } from "#core/badges/face.ts";
import { ICON_PATHS } from "#core/badges/icons.ts";
import { GLOSS } from "#core/badges/layout-bar.ts";
import { paletteOf } from "#core/badges/palette.ts";
import { STYLE_NAMES } from "#core/badges/styles.ts";

import { sampleFaces } from "./sample-faces.ts";

describe.each(["light", "dark"] as const)("in the theme %s", (theme) => {
  test.each([...new Set(Object.values(LOOKS).map(({ tone }) => tone))])(
    "text and icon on %s have at least 4.5 to 1, with the gloss of plastic too (WCAG 2.2, 1.4.3)",
    (tone: Tone) => {
      const palette = paletteOf(tone, theme);
      for (const [front, back] of [
        [palette.toneText, palette.tone],
        [palette.labelText, palette.label],
        [palette.toneText, mix(palette.tone, palette.shine, GLOSS)],
        [palette.labelText, mix(palette.label, palette.shine, GLOSS)],
        [palette.ink, palette.paper],
        [palette.quiet, palette.paper],
      ] as const) {
        expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
      }
      // The edge of a seal against its paper (1.4.11).
      expect(contrast(palette.tone, palette.paper)).toBeGreaterThanOrEqual(3);
    },
  );
});

test("no two kinds of news look alike without their color", () => {
  const icons = Object.entries(LOOKS).filter(([kind]) => kind !== "unknown-scope" && kind !== "refused");
  expect(new Set(icons.map(([, { icon }]) => icon)).size).toBe(icons.length);
  const paths = new Set(Object.values(ICON_PATHS));
  expect(paths.size).toBe(Object.keys(ICON_PATHS).length);
  for (const style of STYLE_NAMES) {
    for (const face of sampleFaces()) {
      expect(drawBadge(face, { style })).toContain(ICON_PATHS[face.icon]);
    }
  }
});

test("every face has words of its own in both languages", () => {
  for (const language of ["en", "de"] as const) {
    const messages = sampleFaces(language).map(({ message }) => message);
    expect(new Set(messages).size).toBe(messages.length);
  }
});

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** A color under a translucent one. */
function mix(under: string, over: string, opacity: number): string {
  const [top, bottom] = [channels(over), channels(under)];
  const mixed = bottom.map((value, index) => Math.round(value * (1 - opacity) + (top[index] ?? 0) * opacity));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
