import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { MAX_BADGE_CHARACTERS } from "#core/badges/badge-text.ts";
import { drawBadge } from "#core/badges/draw-badge.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import { THEMES } from "#core/badges/palette.ts";
import { STYLE_NAMES } from "#core/badges/styles.ts";
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
      `<g font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" text-rendering="geometricPrecision" style="font-kerning:none;font-variant-ligatures:none">` +
      '<path fill="#343a40" d="M3 0L127 0L127 20L3 20C1.344 20 0 18.656 0 17L0 3C0 1.344 1.344 0 3 0Z"/>' +
      '<path fill="#146c43" d="M127 0L222 0C223.656 0 225 1.344 225 3L225 17C225 18.656 223.656 20 222 20L127 20L127 0Z"/>' +
      '<path fill="none" stroke="#ffffff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" transform="translate(133 4)" d="M1.8 6.6L4.7 9.5L10.2 2.9"/>' +
      '<text fill="#ffffff" font-size="11" x="6" y="14" textLength="115" lengthAdjust="spacingAndGlyphs" direction="ltr" unicode-bidi="isolate">SCS-compatible IaaS</text>' +
      '<text fill="#ffffff" font-size="11" x="149" y="14" textLength="70" lengthAdjust="spacingAndGlyphs" direction="ltr" unicode-bidi="isolate">v5.1 passing</text>' +
      "</g></svg>",
  );
});

test("a badge without a label is only its message", () => {
  const svg = drawBadge({ ...FACE, label: "" });
  expect(svg).toContain("<title>v5.1 passing</title>");
  expect(svg.match(/<text/g)).toHaveLength(1);
  expect(svg).toContain('width="98"');
});

test("whoever chooses the label does not choose what screen readers hear of the subject", () => {
  expect(drawBadge({ ...FACE, label: "Our cloud", subject: "SCS-compatible IaaS" })).toContain(
    "<title>Our cloud (SCS-compatible IaaS): v5.1 passing</title>",
  );
});

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

describe.each(STYLE_NAMES)("style %s", (style) => {
  test.each(THEMES)("makes well-formed markup of a few tags out of any text, in theme %s", (theme) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (label, message) => {
        expectWellFormed(drawBadge({ ...FACE, label, message, subject: label }, { style, theme }));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["a script", "</text><script>alert(1)</script>"],
    ["ten thousand characters", "W".repeat(10_000)],
    ["Arabic and overrides", "\u202eمرحبا\u202c\u2067שלום"],
    ["emoji", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪".repeat(50)],
    ["control characters", "\u0000\u0008\u000b\u001f\u007f\u0085\ufffe\uffff\ud800"],
    ["markup and entities", `"'&<>]]>&#0;<!--<![CDATA[`],
  ])("draws %s as text", (_name, text) => {
    const svg = drawBadge({ ...FACE, label: text, message: text }, { style });
    expectWellFormed(svg);
    expect(svg.length).toBeLessThan(12_000);
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

/** Few tags, each with quoted attributes and all closed, no character that XML 1.0 forbids, no open reference. */
function expectWellFormed(svg: string): void {
  expect(svg).not.toMatch(/[\u0000-\u001f\ufffe\uffff]/);
  expect(svg.isWellFormed()).toBe(true);
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)(svg|title|style|path|g|text)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>/g,
    (_all, closes: string, name: string, attributes: string, isEmpty: string) => {
      const names = [...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, attribute]) => attribute);
      expect(new Set(names).size).toBe(names.length);
      if (closes !== "") expect(open.pop()).toBe(name);
      else if (isEmpty === "") open.push(name);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(svg.replace(/&(?:amp|lt|gt|quot|apos);/g, "")).not.toContain("&");
}

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

test.each([
  ["a", 675],
  ["ä", 675],
  ["Ğ", 821],
  ["漢", 1100],
])("the bold width of %j is %d thousandths of the font size", (text, width) => {
  expect(textWidth(text, "bold")).toBe(width);
});
