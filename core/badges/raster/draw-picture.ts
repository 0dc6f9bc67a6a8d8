import type { Drawing, Shape, TextShape } from "../drawing.ts";
import type { Palette } from "../palette.ts";
import { createPicture, fillAreas, type Picture } from "./canvas.ts";
import { flattenPath, place, strokePath, type Polygon } from "./outlines.ts";
import { glyphOf } from "./read-glyphs.ts";

/** Draws a badge as pixels, `scale` of them per unit: the same drawing gives the same bytes. */
export function drawPicture({ width, height, shapes }: Drawing, palette: Palette, scale: number): Picture {
  const picture = createPicture(Math.ceil(width * scale), Math.ceil(height * scale));
  for (const shape of shapes) {
    const areas = areasOf(shape).map((area) => area.map((polygon) => place(polygon, 0, 0, scale)));
    fillAreas(picture, areas, palette[shape.color], shape.shape === "area" ? shape.opacity : 1);
  }
  return picture;
}

function areasOf(shape: Shape): readonly (readonly Polygon[])[] {
  switch (shape.shape) {
    case "area":
      return [flattenPath(shape.d).map(({ points }) => points)];
    case "line":
      return strokePath(shape.d, shape.width).map((points) => [place(points, shape.x, shape.y, shape.scale)]);
    case "text":
      return [lettersOf(shape)];
  }
}

/** Letters one after the other, from left to right; those of other scripts are shown as characters without a picture. */
function lettersOf({ text, x, y, width, fontSize, weight, letterSpacing }: TextShape): readonly Polygon[] {
  const glyphs = Array.from(text.normalize("NFC"), (character) => glyphOf(character, weight));
  const natural = glyphs.reduce((sum, { advance }) => sum + advance * fontSize + letterSpacing, 0);
  // As `textLength` does in SVG.
  const stretch = natural === 0 ? 1 : width / natural;
  const polygons: Polygon[] = [];
  let pen = x;
  for (const { advance, contours } of glyphs) {
    for (const contour of contours) {
      polygons.push(
        contour.map((value, index) => (index % 2 === 0 ? pen + value * fontSize * stretch : y + value * fontSize)),
      );
    }
    pen += (advance * fontSize + letterSpacing) * stretch;
  }
  return polygons;
}
