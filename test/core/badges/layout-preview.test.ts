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
