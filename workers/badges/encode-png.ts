import type { Drawing } from "#core/badges/drawing.ts";
import type { Palette } from "#core/badges/palette.ts";
import type { Picture } from "#core/badges/raster/canvas.ts";
import type { QrModules } from "#core/badges/qr.ts";
import { drawPicture } from "#core/badges/raster/draw-picture.ts";
import { encodePng } from "#core/badges/raster/png.ts";
import { drawQrPicture } from "#core/badges/raster/qr-picture.ts";

import { deflate } from "../http/deflate.ts";

/** A badge as PNG with `scale` pixels per unit. */
export function encodeDrawing(drawing: Drawing, palette: Palette, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  return encodePicture(drawPicture(drawing, palette, scale), scale);
}

/** A code as PNG with `modulePixels` pixels per module; `scale` of them count as one. */
export function encodeQrPicture(
  modules: QrModules,
  modulePixels: number,
  scale: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return encodePicture(drawQrPicture(modules, modulePixels), scale);
}

function encodePicture(picture: Picture, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  return encodePng(picture, scale, deflate);
}
