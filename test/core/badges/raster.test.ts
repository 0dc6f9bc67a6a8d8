import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { layoutBadge } from "#core/badges/draw-badge.ts";
import { paletteOf } from "#core/badges/palette.ts";
import { createPicture, fillAreas, type Picture } from "#core/badges/raster/canvas.ts";
import { drawPicture } from "#core/badges/raster/draw-picture.ts";
import { encodePng } from "#core/badges/raster/png.ts";
import { drawQrPicture } from "#core/badges/raster/qr-picture.ts";
import { glyphOf } from "#core/badges/raster/read-glyphs.ts";
import { encodeQr } from "#core/badges/qr.ts";
import { STYLE_NAMES } from "#core/badges/styles.ts";
import { textWidth } from "#core/badges/text-width.ts";

import { sampleFaces } from "./sample-faces.ts";

/** Red, green, blue and opacity of a pixel. */
function pixelAt({ width, pixels }: Picture, x: number, y: number): readonly number[] {
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

describe("an area", () => {
  test("covers pixels by the share of them that lies in it", () => {
    const picture = createPicture(4, 2);
    fillAreas(picture, [[[0.5, 0, 3.25, 0, 3.25, 1.5, 0.5, 1.5]]], "#336699");
    const opacities = [0, 1].map((y) => [0, 1, 2, 3].map((x) => pixelAt(picture, x, y)[3]));
    expect(opacities).toEqual([
      [128, 255, 255, 64],
      [64, 128, 128, 32],
    ]);
    expect(pixelAt(picture, 1, 0).slice(0, 3)).toEqual([0x33, 0x66, 0x99]);
  });

  test("has a hole where a polygon turns the other way round", () => {
    const picture = createPicture(3, 3);
    fillAreas(
      picture,
      [
        [
          [0, 0, 3, 0, 3, 3, 0, 3],
          [1, 1, 1, 2, 2, 2, 2, 1],
        ],
      ],
      "#000000",
    );
    expect(pixelAt(picture, 1, 1)[3]).toBe(0);
    expect(pixelAt(picture, 0, 1)[3]).toBe(255);
  });

  test("is as large as the polygon, wherever its edges run", () => {
    const coordinate = fc.double({ min: 0, max: 12, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (triangle) => {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = triangle;
        const picture = createPicture(12, 12);
        fillAreas(picture, [[triangle]], "#ffffff");
        let covered = 0;
        for (let at = 3; at < picture.pixels.length; at += 4) covered += (picture.pixels[at] ?? 0) / 255;
        const area = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
        // Each of the pixels is rounded to 8 bits.
        expect(Math.abs(covered - area)).toBeLessThan(0.35);
      }),
    );
  });

  test("beyond the border is cut off, not an error", () => {
    const picture = createPicture(2, 2);
    fillAreas(picture, [[[-5, -5, 9, -5, 9, 9, -5, 9]]], "#ffffff");
    expect([...picture.pixels].every((value) => value === 255)).toBe(true);
  });
});

describe("a letter", () => {
  test.each(["normal", "bold"] as const)("is as wide as the table of widths says, in %s", (weight) => {
    for (let codePoint = 0x20; codePoint < 0x7f; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      expect(Math.abs(glyphOf(character, weight).advance * 1000 - textWidth(character, weight))).toBeLessThan(1);
    }
  });

  test("without an outline becomes the sign for that, and a mark takes no room", () => {
    expect(glyphOf("漢", "normal")).toEqual(glyphOf("\ufffd", "normal"));
    expect(glyphOf("\u0301", "normal")).toEqual({ advance: 0, contours: [] });
    expect(glyphOf(" ", "normal").contours).toEqual([]);
  });
});

describe.each(STYLE_NAMES)("a badge of style %s", (style) => {
  test.each([1, 2, 3])("has its colors where they belong, %d pixels per unit", (scale) => {
    for (const theme of ["light", "dark"] as const) {
      for (const face of sampleFaces()) {
        const drawing = layoutBadge(face, style);
        const palette = paletteOf(face.tone, theme);
        const picture = drawPicture(drawing, palette, scale);
        expect([picture.width, picture.height]).toEqual([drawing.width * scale, drawing.height * scale]);
        const colors = new Set<string>();
        for (let at = 0; at < picture.pixels.length; at += 4) {
          if (picture.pixels[at + 3] === 255) colors.add([0, 1, 2].map((i) => picture.pixels[at + i]).join());
        }
        const roles = style === "seal" ? (["tone", "paper"] as const) : (["tone", "label"] as const);
        if (style !== "plastic") for (const role of roles) expect(colors).toContain(rgb(palette[role]));
        expect(colors.size).toBeGreaterThan(10);
      }
    }
  });
});

test("whatever the words are, there is a picture", () => {
  const [face] = sampleFaces();
  if (face === undefined) throw new Error("no face");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (label, message) => {
      const drawing = layoutBadge({ ...face, label, message }, "flat");
      const { pixels, width, height } = drawPicture(drawing, paletteOf(face.tone, "light"), 1);
      expect(pixels.length).toBe(width * height * 4);
    }),
    { numRuns: 40 },
  );
});

test("a PNG has its signature, its size, its density and intact chunks", async () => {
  const picture = createPicture(3, 2);
  fillAreas(picture, [[[0, 0, 3, 0, 3, 2, 0, 2]]], "#102030");
  // Stored, not compressed: the chunk carries what it was given.
  const png = await encodePng(picture, 2, (bytes) => Promise.resolve(bytes));
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    chunks.set(String.fromCharCode(...png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "pHYs", "IDAT", "IEND"]);
  expect([...(chunks.get("IHDR") ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
  expect([...(chunks.get("pHYs") ?? [])].slice(-1)).toEqual([1]);
  expect([...(chunks.get("IDAT") ?? [])].slice(0, 5)).toEqual([0, 0x10, 0x20, 0x30, 255]);
  // The checksum of an empty IEND is the same in every PNG (ISO/IEC 15948, 11.2.5).
  expect([...png.subarray(-4)]).toEqual([0xae, 0x42, 0x60, 0x82]);
});

test("a code as pixels has the modules of the code", () => {
  const encoded = encodeQr("https://certs.example.org/certification/regio-a/scs-compatible-iaas");
  if (!encoded.ok) throw new Error("too long");
  const picture = drawQrPicture(encoded.value, 3);
  expect(picture.width).toBe(encoded.value.length * 3);
  encoded.value.forEach((row, y) =>
    row.forEach((isDark, x) => {
      expect(pixelAt(picture, x * 3 + 1, y * 3 + 2)).toEqual(isDark ? [0, 0, 0, 255] : [255, 255, 255, 255]);
    }),
  );
});

function rgb(hex: string): string {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join();
}
