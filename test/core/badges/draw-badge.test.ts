import * as fc from "fast-check";
import { expect, test } from "vitest";

import { MAX_BADGE_CHARACTERS } from "#core/badges/badge-text.ts";
import { drawBadge } from "#core/badges/draw-badge.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import { LABEL_COLOR, TEXT_COLOR, TONE_COLORS } from "#core/badges/styles.ts";
import { textWidth } from "#core/badges/text-width.ts";

const FACE: BadgeFace = {
  kind: "passing",
  tone: "good",
  icon: "check",
  label: "SCS-compatible IaaS",
  message: "v5.1 passing",
};

test("a badge is byte for byte the same every time, and small", () => {
  expect(drawBadge(FACE)).toBe(drawBadge({ ...FACE }));
  expect(drawBadge(FACE)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="225" height="20" viewBox="0 0 225 20" role="img" aria-label="SCS-compatible IaaS: v5.1 passing">' +
      "<title>SCS-compatible IaaS: v5.1 passing</title>" +
      '<path fill="#343a40" d="M3 0H127V20H3A3 3 0 0 1 0 17V3A3 3 0 0 1 3 0Z"/>' +
      '<path fill="#146c43" d="M127 0H222A3 3 0 0 1 225 3V17A3 3 0 0 1 222 20H127Z"/>' +
      '<path transform="translate(133 4) scale(1)" fill="none" stroke="#ffffff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" d="M2 6.5 4.8 9.3 10 3.2"/>' +
      `<g fill="#ffffff" font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" font-size="11" font-weight="normal" text-rendering="geometricPrecision">` +
      '<text x="6" y="14" textLength="115" lengthAdjust="spacingAndGlyphs" direction="ltr" unicode-bidi="isolate">SCS-compatible IaaS</text>' +
      '<text x="149" y="14" textLength="70" lengthAdjust="spacingAndGlyphs" direction="ltr" unicode-bidi="isolate">v5.1 passing</text>' +
      "</g></svg>",
  );
});

test.each(Object.entries({ ...TONE_COLORS, label: LABEL_COLOR }))(
  "white text on %s (%s) has at least 4.5 to 1",
  (_name, color) => {
    expect(contrast(color, TEXT_COLOR)).toBeGreaterThanOrEqual(4.5);
  },
);

test("text from outside cannot leave its element or turn the rest around", () => {
  const hostile = `</text><script>alert(1)</script>"'&\u0000\u0008\u202e\ud800\ufffe`;
  const svg = drawBadge({ ...FACE, label: hostile });
  expect(svg).toContain(
    "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&apos;&amp;\ufffd\ufffd\ufffd\ufffd: v5.1",
  );
  expect(svg).not.toContain("<script>");
});

test("ten thousand characters become a hundred and an ellipsis", () => {
  const svg = drawBadge({ ...FACE, label: "x".repeat(10_000) });
  expect(svg).toContain(`>${"x".repeat(MAX_BADGE_CHARACTERS - 1)}…</text>`);
});

test("any text gives well-formed markup of a few tags", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (label, message) => {
      const svg = drawBadge({ ...FACE, label, message });
      expect(svg).not.toMatch(/[\u0000-\u001f\ufffe\uffff]/);
      expect(svg.isWellFormed()).toBe(true);
      expect(svg.replace(/<\/?(?:svg|title|path|g|text)(?: [a-z-]+[a-zA-Z]*="[^"<>]*")*\/?>/g, "")).not.toMatch(/[<>]/);
      expect(svg.replace(/&(?:amp|lt|gt|quot|apos);/g, "")).not.toContain("&");
    }),
  );
});

test.each([
  ["", 0],
  ["a", 613],
  ["ä", 613],
  ["e\u0301", 615],
  ["漢", 1000],
  ["🙂", 1000],
  ["v5.1†", 592 + 636 + 318 + 636 + 500],
])("the width of %j is %d thousandths of the font size", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
