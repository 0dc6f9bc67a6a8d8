import * as fc from "fast-check";
import { expect, test } from "vitest";

import { paletteOf } from "#core/badges/palette.ts";
import { drawPicture } from "#core/badges/raster/draw-picture.ts";
import { layoutPreview, PREVIEW_SCALE } from "#core/badges/layout-preview.ts";

function textsOf(title: string): { text: string; x: number; width: number; y: number }[] {
  const { shapes } = layoutPreview({ eyebrow: "SCS-0100 v3 · IaaS · Standard", title, foot: "Sample standards" });
  return shapes.flatMap((shape) => (shape.shape === "text" ? [shape] : []));
}

test("a short title stands in one large line, between number and publisher", () => {
  expect(textsOf("Flavor naming").map(({ text }) => text)).toEqual([
    "SCS-0100 v3 · IaaS · Standard",
    "Flavor naming",
    "Sample standards",
  ]);
});

test("a title that never fits is cut, and says so", () => {
  const lines = textsOf("A very long title ".repeat(20));
  expect(lines.at(-2)?.text).toMatch(/…$/);
  expect(lines.length).toBeLessThanOrEqual(6);
});

test("whatever the title, every line stays inside the picture", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      for (const { x, y, width } of textsOf(title)) {
        expect(x + width).toBeLessThanOrEqual(565);
        expect(y).toBeLessThanOrEqual(300);
      }
    }),
  );
});

test("it is drawn in the size that networks want, always the same", () => {
  const drawing = layoutPreview({ eyebrow: "E", title: "Title", foot: "F" });
  const palette = paletteOf(drawing.tone, "light");
  const picture = drawPicture(drawing, palette, PREVIEW_SCALE);
  expect([picture.width, picture.height]).toEqual([1200, 630]);
  const again = drawPicture(drawing, palette, PREVIEW_SCALE).pixels;
  expect(again.every((value, index) => value === picture.pixels[index])).toBe(true);
  expect(new Set(picture.pixels).size).toBeGreaterThan(10);
});

test("every shape of a preview is where it belongs", () => {
  const text = (text: string, x: number, y: number, width: number) => {
    return { shape: "text", text, letterSpacing: 0, width, x, y, fontSize: 15, weight: "normal", color: "quiet" };
  };
  const area = (d: string, color: string) => ({ shape: "area", d, color });
  const mark =
    "M48.8 41.7L66.4 36.2L66.4 63.7L48.8 63.7ZM44.4 65.9L70.80000000000001 65.9L70.80000000000001 69.2L44.4 69.2Z";
  expect(layoutPreview({ eyebrow: "SCS-0100 v3 · IaaS", title: "Flavor naming", foot: "Sample standards" })).toEqual({
    width: 600,
    height: 315,
    tone: "fair",
    title: "Flavor naming",
    shapes: [
      area("M0 0L600 0L600 315L0 315Z", "paper"),
      area("M0 0L10 0L10 315L0 315Z", "tone"),
      area(mark, "tone"),
      text("SCS-0100 v3 · IaaS", 90, 58, 143),
      { ...text("Flavor naming", 40, 150, 308), fontSize: 38, weight: "bold", color: "ink" },
      area("M40 257L560 257L560 258L40 258Z", "quiet"),
      text("Sample standards", 40, 285, 136),
    ],
  });
});

test.each<[string, [string, number, number][]]>([
  ["", []],
  [
    "A title of a few words that needs two lines",
    [
      ["A title of a few words", 38, 150],
      ["that needs two lines", 38, 196.36],
    ],
  ],
  [
    "Nine words are enough to fill three lines of a preview, if they are long enough for it to happen",
    [
      ["Nine words are enough to fill", 27, 139],
      ["three lines of a preview, if they", 27, 171.94],
      ["are long enough for it to happen", 27, 204.88],
    ],
  ],
  [
    "Incomprehensibilities and internationalization of characteristically counterintuitive misrepresentations in telecommunications",
    [
      ["Incomprehensibilities and", 23, 135],
      ["internationalization of", 23, 163.06],
      ["characteristically counterintuitive", 23, 191.12],
      ["misrepresentations in …", 23, 219.18],
    ],
  ],
])("the title %.30j has the largest letters that fit", (title, expected) => {
  const { shapes } = layoutPreview({ eyebrow: "E", title, foot: "F" });
  const lines = shapes.flatMap((shape) => (shape.shape === "text" && shape.weight === "bold" ? [shape] : []));
  expect(lines.map(({ text, fontSize, y }) => [text, fontSize, y])).toEqual(expected);
});

test("what stands above and below the title is cut to its room", () => {
  const { shapes } = layoutPreview({ eyebrow: "x".repeat(400), title: "T", foot: "f".repeat(400) });
  const texts = shapes.flatMap((shape) => (shape.shape === "text" ? [shape] : []));
  expect(texts.map(({ text, width }) => [text.length, text.at(-1), width])).toEqual([
    [52, "…", 468],
    [1, "T", 26],
    [96, "…", 517],
  ]);
});
